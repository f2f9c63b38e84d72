package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.KeyDigests;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The newest bytes of every object, by environment, root and key: the objects of one root are neighbours. */
final class ObjectStore {
    static final String NAME = "objects";

    private final KeyValueStore<Bytes, byte[]> store;
    private final RecordCodec codec = new RecordCodec();

    ObjectStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    Optional<byte[]> get(Environment environment, List<String> root, byte[] key) {
        return Optional.ofNullable(store.get(StoreKeys.join(StoreKeys.prefix(environment, root), key)));
    }

    void put(Environment environment, List<String> root, byte[] key, byte[] value) {
        store.put(StoreKeys.join(StoreKeys.prefix(environment, root), key), value);
    }

    void remove(Environment environment, List<String> root, byte[] key) {
        store.delete(StoreKeys.join(StoreKeys.prefix(environment, root), key));
    }

    /** The objects of one root. */
    Map<ObjectKey, CatalogObject> group(Environment environment, List<String> root) {
        Map<ObjectKey, CatalogObject> group = new HashMap<>();
        Bytes prefix = StoreKeys.prefix(environment, root);
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(prefix, new BytesSerializer())) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                CatalogObject object = object(StoreKeys.rest(entry.key, prefix), entry.value, root);
                group.put(object.key(), object);
            }
        }
        return group;
    }

    /** The roots of all objects. */
    Set<List<String>> roots(Environment environment) {
        Set<List<String>> roots = new HashSet<>();
        Bytes prefix = StoreKeys.prefix(environment);
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(prefix, new BytesSerializer())) {
            while (entries.hasNext()) {
                roots.add(StoreKeys.names(entries.next().key, 1));
            }
        }
        return roots;
    }

    /** An object's address. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they are on the topic; nobody compares these records
    record Place(List<String> root, byte[] key) {}

    /** Where the objects are whose keys are others. */
    List<Place> strays(Environment environment, Set<Long> keyDigests) {
        List<Place> strays = new ArrayList<>();
        for (List<String> root : roots(environment)) {
            Bytes prefix = StoreKeys.prefix(environment, root);
            try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(prefix, new BytesSerializer())) {
                while (entries.hasNext()) {
                    byte[] key = StoreKeys.rest(entries.next().key, prefix);
                    if (!keyDigests.contains(KeyDigests.digest(key))) {
                        strays.add(new Place(root, key));
                    }
                }
            }
        }
        return strays;
    }

    private CatalogObject object(byte[] key, byte[] value, List<String> root) {
        try {
            return switch (codec.decodeCatalog(key, Optional.of(value), Optional.of(Json.bytes(root)))) {
                case CatalogRecord.Present present -> present.object();
                case CatalogRecord.Gone gone -> throw new IllegalStateException(gone.key() + " is gone and kept");
                case CatalogRecord.Marked marked ->
                    throw new IllegalStateException("a marker is kept as an object: " + marked);
            };
        } catch (MalformedRecordException corrupt) {
            throw new IllegalStateException("an object was readable when it came and is not now", corrupt);
        }
    }
}
