package io.evenkeel.collector.probe;

import io.evenkeel.collector.read.Pulse;
import io.evenkeel.collector.read.Reading;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compares {@code pg_current_snapshot()}: the same text from the same start of the server means that nothing at all has
 * been committed.
 */
public final class SnapshotProbe implements ChangeProbe {
    private record Known(String snapshot, String startedAt) {}

    private final Supplier<Pulse> pulses;
    private Optional<Known> known = Optional.empty();
    private String startedAt = "";

    public SnapshotProbe(Supplier<Pulse> pulses) {
        this.pulses = pulses;
    }

    @Override
    public Verdict check() {
        return switch (pulses.get()) {
            case Pulse.Lost lost -> new Verdict.Lost(lost.failure());
            case Pulse.Beat beat -> {
                startedAt = beat.startedAt();
                boolean same = known.equals(Optional.of(new Known(beat.snapshot(), beat.startedAt())));
                yield same ? new Verdict.Unchanged() : new Verdict.Changed();
            }
        };
    }

    @Override
    public void accept(Reading.Complete reading) {
        // the start seen before the reading: a restart in between shows at the next check
        known = Optional.of(new Known(reading.snapshot(), startedAt));
    }
}
