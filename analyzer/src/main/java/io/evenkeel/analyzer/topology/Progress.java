package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.drift.SnapshotRef;
import java.util.Optional;

/**
 * How far a comparison has come.
 *
 * @param basis hash of what could be measured and how at the last evaluation; absent before the first
 * @param baseline the last trusted snapshot of the baseline
 * @param target the last trusted snapshot of the target
 */
record Progress(Optional<String> basis, long openDrifts, Optional<SnapshotRef> baseline, Optional<SnapshotRef> target) {
    static final Progress NONE = new Progress(Optional.empty(), 0, Optional.empty(), Optional.empty());

    Progress evaluated(String onBasis, long drifts) {
        return new Progress(Optional.of(onBasis), drifts, baseline, target);
    }

    /** The same, having seen trusted snapshots of the sides that have one. */
    Progress seen(Optional<SnapshotRef> newBaseline, Optional<SnapshotRef> newTarget) {
        return new Progress(basis, openDrifts, newBaseline.or(() -> baseline), newTarget.or(() -> target));
    }
}
