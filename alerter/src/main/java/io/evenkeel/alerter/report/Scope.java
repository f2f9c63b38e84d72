package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** Without those environments and the comparisons with them. */
    public Scope without(Predicate<String> names) {
        Predicate<Environment> stays = environment -> !names.test(environment.name());
        return new Scope(
                environments.stream().filter(stays).collect(Collectors.toSet()),
                comparisons.stream()
                        .filter(each -> stays.test(each.baseline()) && stays.test(each.target()))
                        .collect(Collectors.toSet()),
                staleAfter);
    }
}
