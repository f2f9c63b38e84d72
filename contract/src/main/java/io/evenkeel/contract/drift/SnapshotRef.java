package io.evenkeel.contract.drift;

import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.time.Instant;

/**
 * Names a snapshot of an environment that the context tells.
 *
 * @param readAt the last instant for which the snapshot was known to be true (UTC)
 */
public record SnapshotRef(long epoch, long sequence, Instant readAt) {
    public static SnapshotRef of(SnapshotMarker marker) {
        return new SnapshotRef(
                marker.epoch(), marker.sequence(), marker.readAt().orElse(marker.publishedAt()));
    }
}
