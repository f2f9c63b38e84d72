package io.evenkeel.alerter.deliver;

import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Drift;
import java.util.Set;

/**
 * Which drifts go to some receivers. An empty set stands for anything.
 *
 * @param baselines names of environments
 * @param targets names of environments
 * @param kinds names of kinds
 * @param atLeast how bad a drift must be
 */
public record Route(
        Set<String> baselines,
        Set<String> targets,
        Set<String> categories,
        Set<String> kinds,
        Severity atLeast,
        Set<String> receivers) {
    public Route {
        baselines = Set.copyOf(baselines);
        targets = Set.copyOf(targets);
        categories = Set.copyOf(categories);
        kinds = Set.copyOf(kinds);
        receivers = Set.copyOf(receivers);
    }

    boolean matches(Drift drift) {
        return drift.severity().compareTo(atLeast) >= 0
                && holds(baselines, drift.comparison().baseline().name())
                && holds(targets, drift.comparison().target().name())
                && holds(categories, drift.category())
                && holds(kinds, drift.difference().key().kind().name());
    }

    private static boolean holds(Set<String> allowed, String value) {
        return allowed.isEmpty() || allowed.contains(value);
    }
}
