package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.KeyDigests;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.RecordCodec;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What stands on one environment's topic, kept in step with it: added up from the topic at the start, then by deltas. */
final class Published {
    private final Map<ObjectKey, Slot> slots = new HashMap<>();
    private final long[] counts;
    private final Fingerprint[] fingerprints;
    private final Map<Integer, Slice> told = new HashMap<>();
    private Optional<SnapshotMarker> newest = Optional.empty();

    Published(int partitions) {
        counts = new long[partitions];
        fingerprints = new Fingerprint[partitions];
        Arrays.fill(fingerprints, Fingerprint.EMPTY);
    }

    int partitions() {
        return counts.length;
    }

    Optional<Slot> slot(ObjectKey key) {
        return Optional.ofNullable(slots.get(key));
    }

    Map<ObjectKey, Slot> slots() {
        return Collections.unmodifiableMap(slots);
    }

    /** Holds the same as before by these names, which are in memory anyway. */
    void keep(ObjectKey key, Slot same) {
        slots.remove(key);
        slots.put(key, same);
    }

    void put(ObjectKey key, Slot slot) {
        remove(key);
        slots.put(key, slot);
        counts[slot.partition()]++;
        fingerprints[slot.partition()] = fingerprints[slot.partition()].plus(slot.hash());
    }

    void remove(ObjectKey key) {
        Slot old = slots.remove(key);
        if (old != null) {
            counts[old.partition()]--;
            fingerprints[old.partition()] = fingerprints[old.partition()].minus(old.hash());
        }
    }

    void apply(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Put put -> put(put.key(), put.slot());
                case Change.Drop drop -> remove(drop.key());
            }
        }
    }

    /** What the newest marker of a partition tells of it. */
    void told(Slice slice) {
        told.put(slice.partition(), slice);
    }

    void marked(SnapshotMarker marker) {
        if (newest.isEmpty() || marker.isAfter(newest.get())) {
            newest = Optional.of(marker);
        }
    }

    /** Whether neither objects nor markers are on it. */
    boolean isEmpty() {
        return slots.isEmpty() && told.isEmpty();
    }

    /** Whether every partition holds what its newest marker tells; an empty topic does not. */
    boolean addsUp() {
        return IntStream.range(0, partitions())
                .allMatch(partition -> slice(partition).equals(told.get(partition)));
    }

    /** The newest marker of any partition: they are published together. */
    Optional<SnapshotMarker> newest() {
        return newest;
    }

    /** Which keys stand in a partition. */
    Optional<KeyDigests> keys(int partition) {
        return KeyDigests.of(slots.entrySet().stream()
                .filter(entry -> entry.getValue().partition() == partition)
                .map(entry -> RecordCodec.bytes(entry.getKey())));
    }

    Slice slice(int partition) {
        return new Slice(partition, partitions(), counts[partition], fingerprints[partition].hex());
    }
}
