package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** How far the history of one slice is written, kept in step with the records of a batch. For one transaction. */
final class SliceState {
    final SliceName name;
    private final Set<VersionKey> touched = new LinkedHashSet<>();
    private long ordinal;
    private boolean changing;
    private boolean stored;
    private long objects;
    private Fingerprint fingerprint = Fingerprint.EMPTY;
    private Optional<Seen> seen = Optional.empty();

    /**
     * What the newest marker said.
     *
     * @param recordedAt when the newest marker that made a snapshot was published
     * @param at the last instant for which what the slice holds is known to be true
     */
    record Seen(String status, long epoch, long sequence, Instant recordedAt, Instant at) {
        boolean isAtOrAfter(SnapshotMarker marker) {
            return epoch > marker.epoch() || (epoch == marker.epoch() && sequence >= marker.sequence());
        }
    }

    SliceState(SliceName name) {
        this.name = name;
    }

    static SliceState of(
            SliceName name,
            long ordinal,
            boolean changing,
            long objects,
            Fingerprint fingerprint,
            Optional<Seen> seen) {
        SliceState state = new SliceState(name);
        state.ordinal = ordinal;
        state.changing = changing;
        state.stored = changing;
        state.objects = objects;
        state.fingerprint = fingerprint;
        state.seen = seen;
        return state;
    }

    /** The ordinal that what changes now belongs to. */
    long next() {
        return ordinal + 1;
    }

    void replace(VersionKey key, Optional<ContentHash> before, Optional<ContentHash> after) {
        before.ifPresent(hash -> fingerprint = fingerprint.minus(hash));
        after.ifPresent(hash -> fingerprint = fingerprint.plus(hash));
        objects += (after.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0);
        touched.add(key);
        changing = true;
    }

    /** Takes note of a marker that makes a snapshot. */
    void record(SnapshotMarker marker, String status) {
        ordinal++;
        changing = false;
        stored = false;
        touched.clear();
        seen = Optional.of(
                new Seen(status, marker.epoch(), marker.sequence(), marker.publishedAt(), SnapshotRow.takenAt(marker)));
    }

    /** Takes note of a marker that says nothing new. */
    void confirm(SnapshotMarker marker) {
        seen = seen.map(before -> new Seen(
                before.status(), marker.epoch(), marker.sequence(), before.recordedAt(), SnapshotRow.takenAt(marker)));
    }

    long ordinal() {
        return ordinal;
    }

    boolean changing() {
        return changing;
    }

    /** Whether an earlier batch stored some of what belongs to the next ordinal. */
    boolean stored() {
        return stored;
    }

    long objects() {
        return objects;
    }

    String fingerprint() {
        return fingerprint.hex();
    }

    Optional<Seen> seen() {
        return seen;
    }

    /** What changed in this batch since the last snapshot. */
    Set<VersionKey> touched() {
        return touched;
    }
}
