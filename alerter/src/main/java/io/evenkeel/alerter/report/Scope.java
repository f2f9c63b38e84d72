package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import java.time.Duration;
import java.util.Set;

/**
 * What there is to report on.
 *
 * @param staleAfter what was not heard of for longer is unknown
 */
public record Scope(Set<Environment> environments, Set<Comparison> comparisons, Duration staleAfter) {
    public Scope {
        environments = Set.copyOf(environments);
        comparisons = Set.copyOf(comparisons);
    }
}
