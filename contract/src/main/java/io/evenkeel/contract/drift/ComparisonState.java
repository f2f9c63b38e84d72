package io.evenkeel.contract.drift;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a comparison is measured in one partition, told at every evaluation: the heartbeat of the analyzer.
 *
 * @param baseline the snapshot that was compared; absent where there is none yet
 * @param target the snapshot that was compared; absent where there is none yet
 * @param unknown what could not be measured; empty: everything was
 * @param openDrifts how many drifts are open in this partition
 * @param evaluatedAt when (UTC)
 */
public record ComparisonState(
        Comparison comparison,
        int partition,
        int partitions,
        Optional<SnapshotRef> baseline,
        Optional<SnapshotRef> target,
        List<Unknown> unknown,
        long openDrifts,
        Instant evaluatedAt) {
    public ComparisonState {
        unknown = List.copyOf(unknown);
    }
}
