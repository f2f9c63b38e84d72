package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A marker that makes a snapshot of one slice.
 *
 * @param seenUntil the last instant for which the snapshot before is known to be true
 * @param held the fingerprint of what is stored
 */
record SnapshotRow(
        SliceName slice,
        long ordinal,
        SnapshotMarker marker,
        Optional<Instant> seenUntil,
        String held,
        Changes changes) {

    /** The instant for which it is known to be true; of a failure, when it was published. */
    static Instant takenAt(SnapshotMarker marker) {
        return marker.failure().isPresent()
                ? marker.publishedAt()
                : marker.readAt().orElse(marker.publishedAt());
    }

    /** Equal for markers that say the same, be it later or of a server that has written something else meanwhile. */
    static String status(SnapshotMarker marker) {
        return ContentHash.hex(Json.bytes(new SnapshotMarker(
                marker.environment(),
                marker.epoch(),
                0,
                Optional.empty(),
                Duration.ZERO,
                Instant.EPOCH,
                marker.server().map(ServerIdentity::still),
                marker.consistency(),
                marker.kinds(),
                marker.unread(),
                marker.failure(),
                marker.slice())));
    }

    byte[] kinds() {
        return Json.bytes(marker.kinds());
    }

    /** The marker without the kinds, which are long and seldom new. */
    byte[] markerWithoutKinds() {
        return Json.bytes(withKinds(marker, List.of()));
    }

    static SnapshotMarker withKinds(SnapshotMarker marker, List<KindDescriptor> kinds) {
        return new SnapshotMarker(
                marker.environment(),
                marker.epoch(),
                marker.sequence(),
                marker.readAt(),
                marker.readDuration(),
                marker.publishedAt(),
                marker.server(),
                marker.consistency(),
                kinds,
                marker.unread(),
                marker.failure(),
                marker.slice());
    }
}
