package io.evenkeel.collector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.read.Pulse;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import org.junit.jupiter.api.Test;

final class CatalogProbeTest {
    private Pulse pulse = new Pulse.Beat("10:10:", "monday", false, "{5,7}");
    private final CatalogProbe probe = new CatalogProbe(() -> pulse);

    private Verdict after(String snapshot, String startedAt, boolean inRecovery, String changes) {
        pulse = new Pulse.Beat(snapshot, startedAt, inRecovery, changes);
        return probe.check();
    }

    private void accepted() {
        probe.check();
        probe.accept("10:10:");
    }

    @Test
    void nothingIsKnownBeforeTheFirstReading() {
        assertThat(probe.check()).isEqualTo(new Verdict.Doubt());
        assertThat(probe.check()).isEqualTo(new Verdict.Doubt());
    }

    @Test
    void sameSnapshotIsUnchangedWhateverTheCountersSayLate() {
        accepted();
        assertThat(probe.check()).isEqualTo(new Verdict.Unchanged());
        assertThat(after("10:10:", "monday", false, "{5,8}")).isEqualTo(new Verdict.Unchanged());
    }

    @Test
    void countersTellDdlFromOtherCommits() {
        accepted();
        assertThat(after("10:11:", "monday", false, "{5,7}")).isEqualTo(new Verdict.Committed());
        assertThat(after("10:11:", "monday", false, "{5,8}")).isEqualTo(new Verdict.Moved());
        probe.accept("10:11:");
        assertThat(after("10:12:", "monday", false, "{5,8}")).isEqualTo(new Verdict.Committed());
    }

    @Test
    void withoutCountersEveryCommitMayBeDdl() {
        pulse = new Pulse.Beat("10:10:", "monday", true, "");
        accepted();
        assertThat(after("10:11:", "monday", true, "")).isEqualTo(new Verdict.Committed());
    }

    @Test
    void resetCountersAreADoubt() {
        accepted();
        assertThat(after("10:11:", "monday", false, "{9,0}")).isEqualTo(new Verdict.Doubt());
    }

    @Test
    void restartOrPromotionIsADoubtEvenWithTheSameSnapshot() {
        accepted();
        assertThat(after("10:10:", "tuesday", false, "{5,7}")).isEqualTo(new Verdict.Doubt());
        assertThat(after("10:10:", "monday", true, "{5,7}")).isEqualTo(new Verdict.Doubt());
    }

    @Test
    void whatIsNotSettledIsLookedAtAgain() {
        probe.check();
        probe.accept("");
        assertThat(probe.check()).isEqualTo(new Verdict.Committed());
    }

    @Test
    void silenceIsNeitherChangedNorUnchanged() {
        Failure failure = new Failure(UnknownReason.UNREACHABLE, "gone");
        pulse = new Pulse.Lost(failure);
        assertThat(probe.check()).isEqualTo(new Verdict.Lost(failure));
    }
}
