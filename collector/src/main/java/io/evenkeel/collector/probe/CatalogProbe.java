package io.evenkeel.collector.probe;

import io.evenkeel.collector.read.Pulse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks again and again whether a catalog has to be read again. {@code pg_current_snapshot()} with the same text from the
 * same start of the server: nothing at all has been committed. The counters of changed catalog rows say whether it was
 * DDL, but late: a session that stays open tells them up to ten seconds later. For one thread.
 */
public final class CatalogProbe {
    private record Known(String snapshot, Pulse.Beat before) {}

    private final Supplier<Pulse> pulses;
    private Optional<Known> known = Optional.empty();
    private Optional<Pulse.Beat> newest = Optional.empty();

    public CatalogProbe(Supplier<Pulse> pulses) {
        this.pulses = pulses;
    }

    public Verdict check() {
        return switch (pulses.get()) {
            case Pulse.Lost lost -> new Verdict.Lost(lost.failure());
            case Pulse.Beat beat -> {
                newest = Optional.of(beat);
                yield known.map(last -> verdict(last, beat)).orElseGet(Verdict.Doubt::new);
            }
        };
    }

    /** From now on, changes count that were committed since the catalog was seen at that snapshot. */
    public void accept(String snapshot) {
        // the beat before the reading: what happened in between shows at the next check
        known = newest.map(beat -> new Known(snapshot, beat));
    }

    private static Verdict verdict(Known known, Pulse.Beat beat) {
        Pulse.Beat before = known.before();
        if (!beat.startedAt().equals(before.startedAt()) || beat.inRecovery() != before.inRecovery()) {
            return new Verdict.Doubt();
        }
        if (beat.snapshot().equals(known.snapshot())) {
            return new Verdict.Unchanged();
        }
        if (beat.changes().equals(before.changes())) {
            return new Verdict.Committed();
        }
        List<Long> counted = counters(before);
        List<Long> now = counters(beat);
        return now.size() == counted.size() ? byCounters(counted, now) : new Verdict.Committed();
    }

    /** Few beats are of interest: the others' stay text. */
    private static List<Long> counters(Pulse.Beat beat) {
        return beat.changes().isEmpty()
                ? List.of()
                : Stream.of(beat.changes()
                                .substring(1, beat.changes().length() - 1)
                                .split(","))
                        .map(Long::valueOf)
                        .toList();
    }

    private static Verdict byCounters(List<Long> before, List<Long> now) {
        // counters were reset, or lost with a crash
        boolean less = IntStream.range(0, now.size()).anyMatch(at -> now.get(at) < before.get(at));
        return less ? new Verdict.Doubt() : new Verdict.Moved();
    }
}
