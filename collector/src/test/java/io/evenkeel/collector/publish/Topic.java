package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.embedded.fixture.KafkaFixture;
import io.evenkeel.runtime.kafka.ByteHeaders;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One environment's topic on the shared broker, and what stands on it. */
public final class Topic {
    public static final int PARTITIONS = 3;
    static final Environment ENVIRONMENT = new Environment("harbour");

    private final KafkaClients clients;
    private final String name;
    private final RecordCodec codec = new RecordCodec();

    public Topic() {
        KafkaFixture kafka = KafkaFixture.shared();
        clients = new KafkaClients(new KafkaSettings(
                kafka.bootstrapServers(), kafka.uniquePrefix() + "x", PARTITIONS, (short) 1, Map.of()));
        name = new Topics(clients.settings().topicPrefix()).catalog(ENVIRONMENT);
    }

    private Topic(KafkaClients clients, Environment environment) {
        this.clients = clients;
        this.name = new Topics(clients.settings().topicPrefix()).catalog(environment);
    }

    /** The topic of an environment on any broker. */
    public static Topic of(KafkaClients clients, String environment) {
        return new Topic(clients, new Environment(environment));
    }

    /** The keys of objects that appear (+) or go (-), in each partition's order. */
    public List<String> changes() throws MalformedRecordException {
        return records().stream()
                .<String>mapMulti((record, sink) -> {
                    switch (record) {
                        case CatalogRecord.Present present ->
                            sink.accept("+" + present.object().key());
                        case CatalogRecord.Gone gone -> sink.accept("-" + gone.key());
                        case CatalogRecord.Marked marked -> {}
                    }
                })
                .toList();
    }

    /** The newest marker of any partition. */
    public Optional<SnapshotMarker> newest() throws MalformedRecordException {
        return records().stream()
                .<SnapshotMarker>mapMulti((record, sink) -> {
                    if (record instanceof CatalogRecord.Marked marked) {
                        sink.accept(marked.marker());
                    }
                })
                .reduce((one, other) -> other.isAfter(one) ? other : one);
    }

    public Topic create() {
        new TopicCheck(clients).ensure(List.of(TopicSpec.compacted(name, PARTITIONS)));
        return this;
    }

    /** Deletes it, with all that stands on it. */
    public Topic delete() throws ExecutionException, InterruptedException {
        try (Admin admin = clients.admin()) {
            admin.deleteTopics(List.of(name)).all().get();
            while (admin.listTopics().names().get().contains(name)) {
                Thread.onSpinWait();
            }
        }
        return this;
    }

    /** The keys of what stands on it now; empty if that is not what its newest markers tell of. */
    public Optional<Set<String>> standing() {
        Published published = image();
        return published.addsUp()
                ? Optional.of(published.slots().keySet().stream()
                        .map(ObjectKey::toString)
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    Published image() {
        try (Consumer<byte[], byte[]> consumer = clients.reader("test")) {
            return TopicImage.read(consumer, name, PARTITIONS);
        }
    }

    public KafkaClients clients() {
        return clients;
    }

    Publisher publisher() {
        return new Publisher(ENVIRONMENT, clients, OtherServer.HOLD);
    }

    /** Committed records in each partition's order, checking at each marker that the slice adds up; markers with their kinds. */
    public List<CatalogRecord> records() throws MalformedRecordException {
        List<CatalogRecord> records = new ArrayList<>();
        Map<Integer, Map<List<String>, ContentHash>> slices = new HashMap<>();
        Map<Integer, SnapshotMarker> newest = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : raw()) {
            CatalogRecord decoded = described(
                    codec.decodeCatalog(
                            record.key(),
                            Optional.ofNullable(record.value()),
                            ByteHeaders.get(record.headers(), RecordCodec.ROOT_HEADER)),
                    newest);
            records.add(decoded);
            Map<List<String>, ContentHash> slice = slices.computeIfAbsent(record.partition(), none -> new HashMap<>());
            switch (decoded) {
                case CatalogRecord.Present present ->
                    slice.put(present.object().key().toList(), ContentHash.of(record.key(), record.value()));
                case CatalogRecord.Gone gone -> slice.remove(gone.key().toList());
                case CatalogRecord.Marked marked -> check(marked.marker(), record.partition(), slice);
            }
        }
        return records;
    }

    private static CatalogRecord described(CatalogRecord record, Map<Integer, SnapshotMarker> newest) {
        if (!(record instanceof CatalogRecord.Marked marked)) {
            return record;
        }
        int partition = marked.marker().slice().partition();
        SnapshotMarker described = marked.marker()
                .described(Optional.ofNullable(newest.get(partition)))
                .orElseThrow();
        newest.put(partition, described);
        return new CatalogRecord.Marked(described);
    }

    private static void check(SnapshotMarker marker, int partition, Map<List<String>, ContentHash> slice) {
        Fingerprint sum = slice.values().stream().reduce(Fingerprint.EMPTY, Fingerprint::plus, (one, other) -> {
            throw new IllegalStateException("not parallel");
        });
        if (marker.slice().partition() != partition
                || marker.slice().objects() != slice.size()
                || !marker.slice().fingerprint().equals(sum.hex())) {
            throw new AssertionError("the marker does not add up: " + marker.slice());
        }
    }

    List<ConsumerRecord<byte[], byte[]>> raw() {
        try (Consumer<byte[], byte[]> consumer = clients.consumer("test", Optional.empty())) {
            List<TopicPartition> all = IntStream.range(0, clients.settings().partitions())
                    .mapToObj(partition -> new TopicPartition(name, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            // a commit returns before its markers stand: the end is what was written, not what is stable by now
            Map<TopicPartition, Long> ends = ends(all);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        try (Admin admin = clients.admin()) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
