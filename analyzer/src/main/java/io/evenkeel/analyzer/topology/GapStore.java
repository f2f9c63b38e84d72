package io.evenkeel.analyzer.topology;

import io.evenkeel.analyzer.diff.Gap;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What could not be measured, by comparison and root, and its sum, which every heartbeat tells. */
final class GapStore {
    private static final String UNMEASURED = "unmeasured";
    private static final String GAPS = "gaps";

    private final KeyValueStore<Bytes, byte[]> store;

    /** @param store the one of {@link StateStore} */
    GapStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Keeps what could not be measured in one root; returns whether that is something else than before. */
    boolean put(Comparison comparison, List<String> root, List<Unmeasured> unmeasured) {
        Bytes key = StoreKeys.key(UNMEASURED, comparison.baseline(), comparison.target(), root);
        byte @Nullable [] before = store.get(key);
        if (unmeasured.isEmpty()) {
            store.delete(key);
            return before != null;
        }
        byte[] now = Json.bytes(unmeasured);
        if (Arrays.equals(before, now)) {
            return false;
        }
        store.put(key, now);
        return true;
    }

    /** Sums up all roots. */
    void sum(Comparison comparison) {
        List<Unmeasured> all = new ArrayList<>();
        for (KeyValue<Bytes, byte[]> entry : entries(comparison)) {
            all.addAll(Arrays.asList(StoreKeys.read(entry.value, Unmeasured[].class)));
        }
        store.put(gapsKey(comparison), Json.bytes(Gap.of(all)));
    }

    /** The last sum. */
    List<Gap> gaps(Comparison comparison) {
        byte @Nullable [] json = store.get(gapsKey(comparison));
        return json == null ? List.of() : List.of(StoreKeys.read(json, Gap[].class));
    }

    /** The roots that have something unmeasured. */
    Set<List<String>> roots(Comparison comparison) {
        Set<List<String>> roots = new HashSet<>();
        entries(comparison).forEach(entry -> roots.add(StoreKeys.names(entry.key, 3)));
        return roots;
    }

    void forget(Comparison comparison) {
        entries(comparison).forEach(entry -> store.delete(entry.key));
        store.delete(gapsKey(comparison));
    }

    private List<KeyValue<Bytes, byte[]>> entries(Comparison comparison) {
        Bytes prefix = StoreKeys.prefix(UNMEASURED, comparison.baseline(), comparison.target());
        List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = store.prefixScan(prefix, new BytesSerializer())) {
            found.forEachRemaining(entries::add);
        }
        return entries;
    }

    private static Bytes gapsKey(Comparison comparison) {
        return StoreKeys.key(GAPS, comparison.baseline(), comparison.target());
    }
}
