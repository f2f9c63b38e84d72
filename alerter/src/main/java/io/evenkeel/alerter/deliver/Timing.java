package io.evenkeel.alerter.deliver;

import io.evenkeel.contract.catalog.Severity;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a drift is told.
 *
 * @param grace {@code alerter.grace}: how long a drift of each severity must be open before it is told, 0 by default
 * @param flaps {@code alerter.flapping.opens}: an object whose drift opened that often within {@code flapsWithin} is
 *     flapping: told once in that time, 4 by default
 * @param flapsWithin {@code alerter.flapping.within}: 10 minutes by default
 */
public record Timing(SortedMap<Severity, Duration> grace, int flaps, Duration flapsWithin) {
    /** Everything at once, and flapping as by default. */
    public static final Timing DEFAULT = new Timing(Collections.emptySortedMap(), 4, Duration.ofMinutes(10));

    public Timing {
        grace = Collections.unmodifiableSortedMap(new TreeMap<>(grace));
    }

    Duration grace(Severity severity) {
        return grace.getOrDefault(severity, Duration.ZERO);
    }
}
