package io.evenkeel.collector.publish;

import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the next markers say of the environment as a whole. */
record Status(
        Optional<Instant> readAt,
        Duration readDuration,
        Optional<ServerIdentity> server,
        Consistency consistency,
        List<KindDescriptor> kinds,
        List<Unread> unread,
        Optional<Failure> failure,
        Optional<ServerChange> serverChange) {
    /** Orders the snapshots of one environment. */
    record Number(long epoch, long sequence) {}

    static Status unknown() {
        return new Status(
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                Consistency.EXACT,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Status of(SnapshotMarker marker) {
        return new Status(
                marker.readAt(),
                marker.readDuration(),
                marker.server(),
                marker.consistency(),
                marker.kinds(),
                marker.unread(),
                marker.failure(),
                marker.serverChange());
    }

    static Status of(Reading.Complete reading, Optional<ServerChange> serverChange) {
        return new Status(
                Optional.of(reading.readAt()),
                reading.duration(),
                Optional.of(reading.server()),
                reading.consistency(),
                reading.kinds(),
                reading.unread(),
                Optional.empty(),
                serverChange);
    }

    /** Whether the two differ only in when and how fast the same was seen. */
    boolean saysTheSameAs(Status other) {
        return consistency == other.consistency
                && kinds.equals(other.kinds)
                && unread.equals(other.unread)
                && failure.equals(other.failure)
                && serverChange.equals(other.serverChange)
                && server.map(ServerIdentity::still).equals(other.server.map(ServerIdentity::still));
    }

    Status provenAt(Instant instant) {
        return new Status(
                Optional.of(instant), readDuration, server, consistency, kinds, unread, Optional.empty(), serverChange);
    }

    Status failed(Failure why) {
        return new Status(readAt, readDuration, server, consistency, kinds, unread, Optional.of(why), serverChange);
    }

    SnapshotMarker marker(Environment environment, Number number, Instant now, Slice slice) {
        return new SnapshotMarker(
                environment,
                number.epoch(),
                number.sequence(),
                readAt,
                readDuration,
                now,
                server,
                consistency,
                kinds,
                unread,
                failure,
                slice,
                serverChange,
                Optional.empty(),
                Optional.empty());
    }
}
