package io.evenkeel.analyzer.topology;

import io.evenkeel.analyzer.ledger.Movement;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What moved since it was last compared, by comparison and root; a part of the small state. */
final class TouchStore {
    private static final String TOUCHED = "touched";
    private static final String READ_AT = "read at";

    /** The places of root, environment and object in a key. */
    private static final int ROOT = 3;

    private static final int ENVIRONMENT = 4;
    private static final int OBJECT = 5;
    private static final byte[] NEVER = Json.bytes(List.of());

    private final KeyValueStore<Bytes, byte[]> store;

    /** @param store the one of {@link StateStore} */
    TouchStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** From now on what moves was as before until that marker. */
    void marked(SnapshotMarker marker) {
        marker.readAt()
                .ifPresent(at -> store.put(StoreKeys.key(READ_AT, marker.environment()), Json.bytes(List.of(at))));
    }

    /** Notes that an object moved, and what a witness saw of that. */
    void touch(
            Comparison comparison,
            List<String> root,
            Environment environment,
            byte[] objectKey,
            Optional<Witnessed> witnessed) {
        Bytes side = StoreKeys.key(TOUCHED, comparison.baseline(), comparison.target(), root, environment);
        if (store.get(side) == null) {
            byte @Nullable [] readAt = store.get(StoreKeys.key(READ_AT, environment));
            store.put(side, readAt == null ? NEVER : readAt);
        }
        witnessed.ifPresent(seen -> store.put(
                StoreKeys.join(
                        StoreKeys.prefix(TOUCHED, comparison.baseline(), comparison.target(), root, environment),
                        objectKey),
                Json.bytes(seen)));
    }

    /** The roots whose objects moved on either side since they were last compared. */
    Map<List<String>, Movement> touched(Comparison comparison) {
        Map<List<String>, Movement> roots = new HashMap<>();
        each(comparison, entry -> roots.merge(StoreKeys.names(entry.key, ROOT), movement(entry), Movement::and));
        return roots;
    }

    void clear(Comparison comparison) {
        Set<Bytes> keys = new HashSet<>();
        each(comparison, entry -> keys.add(entry.key));
        keys.forEach(store::delete);
    }

    private void each(Comparison comparison, Consumer<KeyValue<Bytes, byte[]>> consumer) {
        Bytes prefix = StoreKeys.prefix(TOUCHED, comparison.baseline(), comparison.target());
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(prefix, new BytesSerializer())) {
            entries.forEachRemaining(consumer);
        }
    }

    private static Movement movement(KeyValue<Bytes, byte[]> entry) {
        Object[] parts = StoreKeys.read(entry.key.get(), Object[].class);
        if (parts.length <= ENVIRONMENT) {
            // of an older version, which did not tell the sides apart
            return Movement.NONE;
        }
        Environment side = new Environment(String.valueOf(parts[ENVIRONMENT]));
        if (parts.length <= OBJECT) {
            Optional<Instant> readAt =
                    Arrays.stream(StoreKeys.read(entry.value, Instant[].class)).findFirst();
            return new Movement(Map.of(side, readAt), List.of());
        }
        ObjectKey object = ObjectKey.of(StoreKeys.names(entry.key, OBJECT));
        Witnessed witnessed = StoreKeys.read(entry.value, Witnessed.class);
        return new Movement(Map.of(), List.of(new Movement.Act(side, object, witnessed)));
    }
}
