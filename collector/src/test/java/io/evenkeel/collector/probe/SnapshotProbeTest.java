package io.evenkeel.collector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.read.Pulse;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SnapshotProbeTest {
    private Pulse pulse = new Pulse.Beat("10:10:", "monday", false);
    private final ChangeProbe probe = new SnapshotProbe(() -> pulse);

    private static Reading.Complete reading(String snapshot) {
        return new Reading.Complete(
                new TreeMap<>(),
                List.of(),
                List.of(),
                new ServerIdentity("1", 1, "0/1", 170011, "17.11", "d", "r", false),
                Consistency.EXACT,
                Instant.EPOCH,
                Duration.ZERO,
                snapshot);
    }

    @Test
    void nothingIsKnownBeforeTheFirstReading() {
        assertThat(probe.check()).isEqualTo(new Verdict.Changed());
        assertThat(probe.check()).isEqualTo(new Verdict.Changed());
    }

    @Test
    void sameSnapshotIsUnchangedAndAnotherIsChanged() {
        probe.check();
        probe.accept(reading("10:10:"));
        assertThat(probe.check()).isEqualTo(new Verdict.Unchanged());
        pulse = new Pulse.Beat("10:11:", "monday", false);
        assertThat(probe.check()).isEqualTo(new Verdict.Changed());
        probe.accept(reading("10:11:"));
        assertThat(probe.check()).isEqualTo(new Verdict.Unchanged());
    }

    @Test
    void restartOfTheServerIsAChangeEvenWithTheSameSnapshot() {
        probe.check();
        probe.accept(reading("10:10:"));
        pulse = new Pulse.Beat("10:10:", "tuesday", false);
        assertThat(probe.check()).isEqualTo(new Verdict.Changed());
    }

    @Test
    void silenceIsNeitherChangedNorUnchanged() {
        Failure failure = new Failure(UnknownReason.UNREACHABLE, "gone");
        pulse = new Pulse.Lost(failure);
        assertThat(probe.check()).isEqualTo(new Verdict.Lost(failure));
    }
}
