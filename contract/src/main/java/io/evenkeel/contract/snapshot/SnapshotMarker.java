package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.evenkeel.contract.catalog.Absent;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Closes a snapshot in one partition: what came before it on this topic, added up, is the slice it describes. Without a
 * change it is the heartbeat. With a {@code failure} it says that the environment cannot be read now; the slice is then
 * the last one that could.
 *
 * @param epoch raised by each start of a collector; with {@code sequence} it orders snapshots, never the time
 * @param readAt the last instant for which the slice is known to be true (UTC); absent before the first reading
 * @param readDuration how long the last full reading took; zero before the first
 * @param publishedAt when this marker was sent (UTC)
 * @param server who answered last; absent before the first answer
 * @param kinds what the SQL files say of the kinds that were read; none in a brief marker until it is {@link #described}
 * @param unread the kinds that could not be read, and why
 * @param serverChange what last happened to the server behind the environment's name
 * @param keys which keys the slice holds, now and then: what else a reader has of the slice is gone
 * @param kindsIn makes it a brief marker: the sequence of the marker, of the same epoch, whose kinds are still the kinds
 */
public record SnapshotMarker(
        Environment environment,
        long epoch,
        long sequence,
        Optional<Instant> readAt,
        Duration readDuration,
        Instant publishedAt,
        Optional<ServerIdentity> server,
        Consistency consistency,
        List<KindDescriptor> kinds,
        List<Unread> unread,
        Optional<Failure> failure,
        Slice slice,

        @JacksonInject(value = Absent.FIELD, useInput = OptBoolean.TRUE)
        Optional<ServerChange> serverChange,

        @JacksonInject(value = Absent.SECOND_FIELD, useInput = OptBoolean.TRUE)
        Optional<KeyDigests> keys,

        @JacksonInject(value = Absent.THIRD_FIELD, useInput = OptBoolean.TRUE)
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Long> kindsIn) {
    public SnapshotMarker {
        kinds = List.copyOf(kinds);
        unread = List.copyOf(unread);
    }

    /** A marker of a server that is as it always was, without digests of keys. */
    public SnapshotMarker(
            Environment environment,
            long epoch,
            long sequence,
            Optional<Instant> readAt,
            Duration readDuration,
            Instant publishedAt,
            Optional<ServerIdentity> server,
            Consistency consistency,
            List<KindDescriptor> kinds,
            List<Unread> unread,
            Optional<Failure> failure,
            Slice slice) {
        this(
                environment,
                epoch,
                sequence,
                readAt,
                readDuration,
                publishedAt,
                server,
                consistency,
                kinds,
                unread,
                failure,
                slice,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same marker for another partition. */
    public SnapshotMarker withSlice(Slice other) {
        return with(kinds, other, serverChange, Optional.empty(), kindsIn);
    }

    /** The same marker of a server to which that happened. */
    public SnapshotMarker after(Optional<ServerChange> change) {
        return with(kinds, slice, change, keys, kindsIn);
    }

    /** The same marker with these keys, or with none. */
    public SnapshotMarker withKeys(Optional<KeyDigests> held) {
        return with(kinds, slice, serverChange, held, kindsIn);
    }

    /** The same marker without its kinds, which are those of an earlier marker of this epoch. */
    public SnapshotMarker brief(long describedBy) {
        return with(List.of(), slice, serverChange, keys, Optional.of(describedBy));
    }

    /** Whether its kinds stand in an earlier marker. */
    @JsonIgnore
    public boolean isBrief() {
        return kindsIn.isPresent();
    }

    /**
     * The same marker with its kinds, as {@code last} was described, the newest of the same slice before it; empty for a
     * brief marker that tells of others than {@code last}.
     */
    public Optional<SnapshotMarker> described(Optional<SnapshotMarker> last) {
        if (!isBrief()) {
            return Optional.of(this);
        }
        return last.filter(known -> known.epoch == epoch
                        && known.kindsIn.orElse(known.sequence).equals(kindsIn.get()))
                .map(known -> with(known.kinds, slice, serverChange, keys, kindsIn));
    }

    private SnapshotMarker with(
            List<KindDescriptor> described,
            Slice part,
            Optional<ServerChange> change,
            Optional<KeyDigests> held,
            Optional<Long> describedBy) {
        return new SnapshotMarker(
                environment,
                epoch,
                sequence,
                readAt,
                readDuration,
                publishedAt,
                server,
                consistency,
                described,
                unread,
                failure,
                part,
                change,
                held,
                describedBy);
    }

    /** Orders snapshots of one environment. */
    public boolean isAfter(SnapshotMarker other) {
        return epoch > other.epoch || (epoch == other.epoch && sequence > other.sequence);
    }
}
