package io.evenkeel.benchmark;

import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.SnapshotRef;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.contract.wire.WireRecord;
import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.runtime.kafka.ByteHeaders;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Plays the collectors and the analyzer of staging and production: writes what they would, in transactions. */
final class AlertTopics implements AutoCloseable {
    static final String PREFIX = "bench";
    static final int PARTITIONS = 4;
    private static final int TOGETHER = 5000;
    private static final Environment STAGING = new Environment("staging");
    static final Environment PRODUCTION = new Environment("production");
    private static final Comparison COMPARISON = new Comparison(STAGING, PRODUCTION);

    final Topics topics = new Topics(PREFIX);
    private final RecordCodec codec = new RecordCodec();
    private final Producer<byte[], byte[]> producer;
    private final Instant now = Instant.now();
    private final SnapshotRef snapshot = new SnapshotRef(1, 1, now);

    private record Placed(int partition, WireRecord record) {}

    AlertTopics(EmbeddedKafka broker) {
        KafkaClients clients =
                new KafkaClients(new KafkaSettings(broker.bootstrapServers(), PREFIX, PARTITIONS, (short) 1, Map.of()));
        new TopicCheck(clients)
                .ensure(List.of(
                        TopicSpec.compacted(topics.drift(), PARTITIONS),
                        TopicSpec.appendOnly(topics.events(), PARTITIONS, Duration.ofDays(30)),
                        TopicSpec.compacted(topics.catalog(STAGING), PARTITIONS),
                        TopicSpec.compacted(topics.catalog(PRODUCTION), PARTITIONS)));
        producer = clients.transactionalProducer(PREFIX, Duration.ofMinutes(10));
        producer.initTransactions();
    }

    private void send(String topic, Stream<Placed> records) {
        producer.beginTransaction();
        int[] sent = {0};
        records.forEach(each -> {
            WireRecord record = each.record();
            // what becomes of it the commit says
            var taken = producer.send(new ProducerRecord<>(
                    topic,
                    each.partition(),
                    record.key(),
                    record.value().orElse(null),
                    ByteHeaders.of(record.headers())));
            if (taken == null) {
                throw new IllegalStateException("the producer took no record");
            }
            if (++sent[0] % TOGETHER == 0) {
                producer.commitTransaction();
                producer.beginTransaction();
            }
        });
        producer.commitTransaction();
    }

    /** The first snapshot of an environment. */
    private void snapshot(
            Environment environment, Collection<CatalogObject> objects, Collection<KindDescriptor> kinds) {
        Map<Integer, Slice> slices = new HashMap<>();
        IntStream.range(0, PARTITIONS)
                .forEach(at -> slices.put(at, new Slice(at, PARTITIONS, 0, Fingerprint.EMPTY.hex())));
        Map<Integer, Fingerprint> sums = new HashMap<>();
        send(
                topics.catalog(environment),
                Stream.concat(
                        objects.stream().map(object -> {
                            WireRecord record = codec.encode(environment, object);
                            int partition = RecordCodec.partition(object.root(), PARTITIONS);
                            ContentHash hash =
                                    ContentHash.of(record.key(), record.value().orElseThrow());
                            Fingerprint sum = sums.getOrDefault(partition, Fingerprint.EMPTY)
                                    .plus(hash);
                            sums.put(partition, sum);
                            slices.compute(
                                    partition, (at, slice) -> new Slice(at, PARTITIONS, count(slice) + 1, sum.hex()));
                            return new Placed(partition, record);
                        }),
                        // looked at when the objects before have been sent
                        IntStream.range(0, PARTITIONS)
                                .mapToObj(at -> new Placed(
                                        at,
                                        codec.encode(marker(
                                                environment,
                                                kinds,
                                                Optional.ofNullable(slices.get(at))
                                                        .orElseThrow()))))));
    }

    private static long count(@org.jspecify.annotations.Nullable Slice slice) {
        return slice == null ? 0 : slice.objects();
    }

    private SnapshotMarker marker(Environment environment, Collection<KindDescriptor> kinds, Slice slice) {
        return new SnapshotMarker(
                environment,
                1,
                1,
                Optional.of(now),
                Duration.ofSeconds(1),
                now,
                Optional.empty(),
                Consistency.EXACT,
                List.copyOf(kinds),
                List.of(),
                Optional.empty(),
                slice);
    }

    /** That many columns of production, ten of a table. */
    void columns(int count) {
        snapshot(
                PRODUCTION,
                IntStream.range(0, count).mapToObj(AlertTopics::column).toList(),
                List.of(kind("column", "structure")));
    }

    private static CatalogObject column(int number) {
        String table = "a_table_of_" + number / 10;
        return new CatalogObject(
                ObjectKey.of(List.of("column", "public", table, "column_" + number)),
                List.of("public", table),
                Optional.of(ObjectKey.of(List.of("table", "public", table))),
                Attributes.of(Map.of(
                        "type", text("character varying(255)"),
                        "not_null", text("true"),
                        "default", text("'some default value'::character varying"),
                        "collation", text("pg_catalog.default"),
                        "storage", text("extended"))),
                Attributes.of(Map.of("position", text(String.valueOf(number % 10)))));
    }

    /** So many kinds, and migrations that only staging has; each names so many of the tables of {@link #drift}. */
    void kindsAndMigrations(int kinds, int migrations, int tables) {
        List<KindDescriptor> described = Stream.concat(
                        IntStream.range(0, kinds).mapToObj(i -> kind("kind_" + i, "structure")),
                        Stream.of(kind("migration", "migration")))
                .toList();
        snapshot(PRODUCTION, List.of(), described);
        snapshot(
                STAGING,
                IntStream.range(0, migrations)
                        .mapToObj(i -> migration(i, tables))
                        .toList(),
                described);
    }

    private static CatalogObject migration(int number, int tables) {
        List<String> statements = IntStream.range(number * tables, (number + 1) * tables)
                .mapToObj(table -> "create table public.a_table_of_" + table + " (id bigint)")
                .toList();
        return new CatalogObject(
                ObjectKey.of(List.of("migration", "tool", "public", "history", String.valueOf(number))),
                List.of("tool", "public", "history"),
                Optional.empty(),
                Attributes.of(Map.of("state", text("applied"))),
                Attributes.of(Map.of("statements", text(String.join(";\n", statements)))));
    }

    /** Open drifts and the events that opened them. */
    void open(int from, int to, int kinds) {
        send(topics.drift(), IntStream.range(from, to).mapToObj(i -> placed(i, codec.encode(drift(i, kinds)))));
        events(from, to, kinds);
    }

    /** Events alone. */
    void events(int from, int to, int kinds) {
        send(topics.events(), IntStream.range(from, to).mapToObj(i -> {
            Drift drift = drift(i, kinds);
            return placed(i, codec.encode(new DriftEvent(drift.id(), DriftEvent.Type.OPENED, drift, now)));
        }));
    }

    private static Placed placed(int number, WireRecord record) {
        return new Placed(number / 10 % PARTITIONS, record);
    }

    private Drift drift(int number, int kinds) {
        List<AttributeDifference> attributes = IntStream.range(0, 5)
                .mapToObj(i -> new AttributeDifference(
                        "attribute_" + i, text("some text of the baseline"), text("another of the target")))
                .toList();
        ObjectKey key = ObjectKey.of(
                List.of("kind_" + number % kinds, "public", "a_table_of_" + number / 10, "object_" + number));
        return new Drift(
                ContentHash.hex(RecordCodec.bytes(key)),
                COMPARISON,
                new Difference(key, Optional.empty(), Change.DIFFERENT, attributes, new TreeMap<>()),
                "structure",
                10,
                Severity.WARNING,
                "Bring both to one definition by a migration.",
                snapshot,
                snapshot,
                now,
                now,
                Optional.empty());
    }

    private static KindDescriptor kind(String name, String category) {
        return new KindDescriptor(
                new ObjectKind(name),
                name,
                category,
                Severity.WARNING,
                new TreeMap<>(),
                10,
                Set.of(),
                new TreeMap<>(Map.of("missing", "apply it")));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    @Override
    public void close() {
        producer.close();
    }
}
