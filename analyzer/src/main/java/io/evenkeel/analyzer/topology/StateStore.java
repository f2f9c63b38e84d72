package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The small state: slices and last markers of environments; progress and touched roots of comparisons. */
final class StateStore {
    static final String NAME = "state";

    private static final String SLICE = "slice";
    private static final String MARKER = "marker";
    private static final String PROGRESS = "progress";
    private static final String TOUCHED = "touched";
    private static final byte[] TRUE = Json.bytes(true);

    private final KeyValueStore<Bytes, byte[]> store;

    StateStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    SliceState slice(Environment environment) {
        byte @Nullable [] json = store.get(StoreKeys.key(SLICE, environment));
        return json == null ? SliceState.EMPTY : StoreKeys.read(json, SliceState.class);
    }

    void putSlice(Environment environment, SliceState slice) {
        store.put(StoreKeys.key(SLICE, environment), Json.bytes(slice));
    }

    /** The last marker of that environment in this partition. */
    Optional<SnapshotMarker> marker(Environment environment) {
        return Optional.ofNullable(store.get(StoreKeys.key(MARKER, environment)))
                .map(json -> StoreKeys.read(json, SnapshotMarker.class));
    }

    void putMarker(SnapshotMarker marker) {
        store.put(StoreKeys.key(MARKER, marker.environment()), Json.bytes(marker));
    }

    Progress progress(Comparison comparison) {
        byte @Nullable [] json = store.get(progressKey(comparison));
        return json == null ? Progress.NONE : StoreKeys.read(json, Progress.class);
    }

    void putProgress(Comparison comparison, Progress progress) {
        store.put(progressKey(comparison), Json.bytes(progress));
    }

    /** The comparisons that were ever told of in this partition. */
    Set<Comparison> comparisons() {
        Set<Comparison> comparisons = new HashSet<>();
        for (Bytes key : keys(StoreKeys.prefix(PROGRESS))) {
            Object[] parts = StoreKeys.read(key.get(), Object[].class);
            comparisons.add(new Comparison(
                    new Environment(String.valueOf(parts[1])), new Environment(String.valueOf(parts[2]))));
        }
        return comparisons;
    }

    void touch(Comparison comparison, List<String> root) {
        store.put(StoreKeys.key(TOUCHED, comparison.baseline(), comparison.target(), root), TRUE);
    }

    /** The roots whose objects moved on either side since they were last compared. */
    Set<List<String>> touched(Comparison comparison) {
        Set<List<String>> roots = new HashSet<>();
        keys(touchedPrefix(comparison)).forEach(key -> roots.add(StoreKeys.names(key, 3)));
        return roots;
    }

    void clearTouched(Comparison comparison) {
        keys(touchedPrefix(comparison)).forEach(store::delete);
    }

    void forget(Comparison comparison) {
        clearTouched(comparison);
        store.delete(progressKey(comparison));
    }

    private Set<Bytes> keys(Bytes prefix) {
        Set<Bytes> keys = new HashSet<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(prefix, new BytesSerializer())) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static Bytes progressKey(Comparison comparison) {
        return StoreKeys.key(PROGRESS, comparison.baseline(), comparison.target());
    }

    private static Bytes touchedPrefix(Comparison comparison) {
        return StoreKeys.prefix(TOUCHED, comparison.baseline(), comparison.target());
    }
}
