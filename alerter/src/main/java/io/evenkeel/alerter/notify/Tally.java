package io.evenkeel.alerter.notify;

import io.evenkeel.contract.catalog.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Drifts that are told as numbers only.
 *
 * @param open how many are open, by severity
 * @param over how many are not open any more
 * @param since when the oldest open one was opened (UTC)
 */
public record Tally(SortedMap<Severity, Integer> open, int over, Optional<Instant> since) {
    public static final Tally NONE = new Tally(new TreeMap<>(), 0, Optional.empty());

    public Tally {
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    }

    /** With another one that is open. */
    public Tally open(Severity severity, Instant openedAt) {
        SortedMap<Severity, Integer> more = new TreeMap<>(open);
        more.merge(severity, 1, Integer::sum);
        return new Tally(more, over, Optional.of(since.filter(openedAt::isAfter).orElse(openedAt)));
    }

    /** With another one that is over. */
    public Tally resolved() {
        return new Tally(open, over + 1, since);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        SortedMap<Severity, Integer> sum = new TreeMap<>(open);
        other.open.forEach((severity, count) -> sum.merge(severity, count, Integer::sum));
        Optional<Instant> oldest = since.isEmpty()
                ? other.since
                : since.map(mine -> other.since.filter(mine::isAfter).orElse(mine));
        return new Tally(sum, over + other.over, oldest);
    }

    /** Without those that are over. */
    public Tally stillOpen() {
        return new Tally(open, 0, since);
    }

    public int openCount() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count() {
        return openCount() + over;
    }
}
