package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.wire.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The open drifts, by comparison, root and key. */
final class DriftStore {
    static final String NAME = "drifts";

    private final KeyValueStore<Bytes, byte[]> store;

    DriftStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void put(List<String> root, Drift drift) {
        store.put(key(drift.comparison(), root, drift.difference().key()), Json.bytes(drift));
    }

    void remove(Comparison comparison, List<String> root, ObjectKey key) {
        store.delete(key(comparison, root, key));
    }

    /** The open drifts of one root. */
    List<Drift> open(Comparison comparison, List<String> root) {
        List<Drift> drifts = new ArrayList<>();
        Bytes prefix = StoreKeys.prefix(comparison.baseline(), comparison.target(), root);
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(prefix, new BytesSerializer())) {
            while (entries.hasNext()) {
                drifts.add(StoreKeys.read(entries.next().value, Drift.class));
            }
        }
        return drifts;
    }

    /** The roots that have an open drift. */
    Set<List<String>> roots(Comparison comparison) {
        Set<List<String>> roots = new HashSet<>();
        Bytes prefix = StoreKeys.prefix(comparison.baseline(), comparison.target());
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(prefix, new BytesSerializer())) {
            while (entries.hasNext()) {
                roots.add(StoreKeys.names(entries.next().key, 2));
            }
        }
        return roots;
    }

    private static Bytes key(Comparison comparison, List<String> root, ObjectKey key) {
        return StoreKeys.key(comparison.baseline(), comparison.target(), root, key);
    }
}
