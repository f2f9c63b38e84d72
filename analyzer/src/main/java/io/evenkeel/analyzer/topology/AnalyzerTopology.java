package io.evenkeel.analyzer.topology;

import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.wire.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * One sub-topology: a task owns partition n of the catalog topics of all compared environments, and of both topics that
 * it writes.
 */
public final class AnalyzerTopology {
    /** Bytes a record may have: a drift holds an object of either side, and Kafka's default is 1 MiB an object. */
    public static final int RECORD_LIMIT = 4 * 1024 * 1024;

    private static final String SOURCE = "catalogs";
    private static final String PROCESSOR = "analyzer";

    private AnalyzerTopology() {}

    /** Where a task keeps its state; the changelog topics are the same, so that one can change to the other. */
    public enum Keep {
        /**
         * On the heap: an object's own bytes and about 130 more (measured: 0.55 KB for a column of eight attributes), for
         * each environment; restored from the changelogs at each start.
         */
        MEMORY,
        /** In RocksDB under the data directory: slower, for many environments with very many objects. */
        DISK
    }

    public static Topology build(Topics topics, Map<Comparison, Tolerances> comparisons, int partitions, Keep keep) {
        StreamPartitioner<byte[], Outgoing> samePartition =
                (topic, key, outgoing, count) -> Optional.of(Set.of(outgoing.partition()));
        Map<Comparison, Tolerances> kept = Map.copyOf(comparisons);
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        SOURCE,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        catalogs(topics, kept.keySet()))
                .addProcessor(PROCESSOR, () -> new CatalogProcessor(topics, kept, partitions), SOURCE)
                .addStateStore(store(ObjectStore.NAME, keep), PROCESSOR)
                .addStateStore(store(DriftStore.NAME, keep), PROCESSOR)
                .addStateStore(store(StateStore.NAME, keep).withCachingEnabled(), PROCESSOR)
                .addSink(
                        Outlet.DRIFT,
                        topics.drift(),
                        new ByteArraySerializer(),
                        new OutgoingSerializer(),
                        samePartition,
                        PROCESSOR)
                .addSink(
                        Outlet.EVENTS,
                        topics.events(),
                        new ByteArraySerializer(),
                        new OutgoingSerializer(),
                        samePartition,
                        PROCESSOR);
    }

    private static String[] catalogs(Topics topics, Set<Comparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison -> Stream.of(comparison.baseline(), comparison.target()))
                .distinct()
                .sorted()
                .map(topics::catalog)
                .toArray(String[]::new);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name, Keep keep) {
        KeyValueBytesStoreSupplier supplier = switch (keep) {
            case MEMORY -> Stores.inMemoryKeyValueStore(name);
            case DISK -> Stores.persistentKeyValueStore(name);
        };
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of("max.message.bytes", String.valueOf(RECORD_LIMIT)));
    }
}
