package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.contract.wire.WireRecord;
import io.evenkeel.runtime.kafka.ByteHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Collectors that are killed while they publish, and collectors whose clock is set. */
final class HalfPublishedTest {
    private static final CatalogObject BEFORE = Readings.sail("jib", "a");
    private static final List<CatalogObject> AFTER = List.of(
            Readings.sail("jib", "b"),
            Readings.sail("main", "b"),
            Readings.sail("genoa", "b"),
            Readings.sail("spi", "b"));

    private final Topic topic = new Topic().create();
    private final String prefix = topic.clients().settings().topicPrefix();

    /** As far as readers of committed records may read. */
    private Map<TopicPartition, Long> readable() {
        List<TopicPartition> all = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(new Topics(prefix).catalog(Topic.ENVIRONMENT), partition))
                .toList();
        try (Consumer<byte[], byte[]> consumer = topic.clients().consumer("test", Optional.empty())) {
            return consumer.endOffsets(all);
        }
    }

    /** What a broker sees of a process that is killed when it has sent so many records of a snapshot. */
    private void publishUntilKilled(int records, SnapshotMarker marker) {
        Producer<byte[], byte[]> producer = topic.clients()
                .transactionalProducer(prefix + "-collector-" + Topic.ENVIRONMENT.name(), Duration.ofMinutes(1));
        producer.initTransactions();
        producer.beginTransaction();
        RecordCodec codec = new RecordCodec();
        List<Future<RecordMetadata>> sending = new ArrayList<>();
        for (int sent = 0; sent < records; sent++) {
            boolean object = sent < AFTER.size();
            int partition =
                    object ? RecordCodec.partition(AFTER.get(sent).root(), Topic.PARTITIONS) : sent - AFTER.size();
            WireRecord record = object ? codec.encode(Topic.ENVIRONMENT, AFTER.get(sent)) : codec.encode(marker);
            sending.add(producer.send(new ProducerRecord<>(
                    new Topics(prefix).catalog(Topic.ENVIRONMENT),
                    partition,
                    record.key(),
                    record.value().orElseThrow(),
                    ByteHeaders.of(record.headers()))));
        }
        producer.flush();
        assertThat(sending).allMatch(sent -> sent.state() == Future.State.SUCCESS);
        // closes the sockets and says nothing more
        producer.close(Duration.ZERO);
    }

    @Test
    void aCollectorKilledAfterAnyRecordOfASnapshotHasPublishedNothing() throws Exception {
        publish(BEFORE);
        for (int records = 0; records <= AFTER.size() + Topic.PARTITIONS; records++) {
            Map<TopicPartition, Long> before = readable();
            publishUntilKilled(records, topic.newest().orElseThrow());
            assertThat(readable()).as("after %s records", records).isEqualTo(before);
            assertThat(publish(BEFORE)).as("changes after %s records", records).isZero();
            assertThat(topic.changes()).containsExactly("+sail jib");
        }
        assertThat(publish(AFTER.toArray(CatalogObject[]::new))).isEqualTo(AFTER.size());
    }

    private int publish(CatalogObject... objects) throws Exception {
        try (Publisher publisher = topic.publisher()) {
            return publisher.publish(Readings.of(objects), true, Readings.NOW).changes();
        }
    }

    @Test
    void aClockThatIsSetBackPutsNothingOutOfOrder() throws Exception {
        Instant earlier = Readings.NOW.minusSeconds(3600);
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(BEFORE), false, Readings.NOW);
            publisher.heartbeat(Optional.empty(), earlier);
        }
        assertThat(topic.newest().orElseThrow().publishedAt()).isEqualTo(earlier);
        SnapshotMarker first = topic.newest().orElseThrow();
        try (Publisher restarted = topic.publisher()) {
            restarted.publish(Readings.of(AFTER.getFirst()), false, earlier.minusSeconds(3600));
        }
        SnapshotMarker second = topic.newest().orElseThrow();
        assertThat(second.isAfter(first)).isTrue();
        assertThat(second.publishedAt()).isEqualTo(earlier.minusSeconds(3600));
    }
}
