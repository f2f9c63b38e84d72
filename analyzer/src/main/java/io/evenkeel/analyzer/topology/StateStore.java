package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The small state: slices and last markers of environments; progress of comparisons. */
final class StateStore {
    static final String NAME = "state";

    private static final String SLICE = "slice";
    private static final String MARKER = "marker";
    private static final String DESCRIBED = "described";
    private static final String PROGRESS = "progress";

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

    /** The last marker of that environment in this partition, with its kinds. */
    Optional<SnapshotMarker> marker(Environment environment) {
        Optional<SnapshotMarker> whole = marker(DESCRIBED, environment);
        return marker(MARKER, environment)
                .flatMap(brief -> brief.described(whole))
                .or(() -> whole);
    }

    private Optional<SnapshotMarker> marker(String name, Environment environment) {
        return Optional.ofNullable(store.get(StoreKeys.key(name, environment)))
                .map(json -> StoreKeys.read(json, SnapshotMarker.class));
    }

    /** The kinds are long and seldom new: of a brief marker they are not stored again. */
    void putMarker(SnapshotMarker marker) {
        Optional<Long> kindsIn = marker.kindsIn();
        if (kindsIn.isPresent()) {
            store.put(StoreKeys.key(MARKER, marker.environment()), Json.bytes(marker.brief(kindsIn.get())));
        } else {
            store.put(StoreKeys.key(DESCRIBED, marker.environment()), Json.bytes(marker));
            store.delete(StoreKeys.key(MARKER, marker.environment()));
        }
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

    void forget(Comparison comparison) {
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
}
