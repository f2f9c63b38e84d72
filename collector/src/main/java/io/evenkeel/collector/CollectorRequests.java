package io.evenkeel.collector;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.contract.wire.WireRecord;
import io.evenkeel.runtime.kafka.ByteHeaders;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSetupException;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Asks the collector of an environment, wherever it runs, and sees on the environment's topic what it does. */
public final class CollectorRequests {
    private static final Duration REPEAT = Duration.ofSeconds(5);
    private static final Duration KEEP = Duration.ofDays(1);

    private final KafkaClients clients;
    private final Topics topics;
    private final RecordCodec codec = new RecordCodec();

    /** What came of a request. */
    public sealed interface Answer {
        /** Every object was published again. */
        record Done(long objects) implements Answer {}

        /** A collector answers, but cannot read the environment now; the request is kept until it can. */
        record Unreadable(Failure failure) implements Answer {}

        /** Nobody answers. */
        record Silence() implements Answer {}
    }

    public CollectorRequests(KafkaClients clients) {
        this.clients = clients;
        this.topics = new Topics(clients.settings().topicPrefix());
    }

    static TopicSpec topic(Topics topics) {
        return TopicSpec.appendOnly(topics.environments(), Topics.ENVIRONMENT_PARTITIONS, KEEP);
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws KafkaSetupException if Kafka does not answer
     */
    public Answer ask(CollectorRequest request, Duration patience) {
        new TopicCheck(clients).ensure(List.of(topic(topics)));
        WireRecord record = codec.encode(request);
        Seen seen = new Seen(clients.settings().partitions());
        long end = System.nanoTime() + patience.toNanos();
        try (Consumer<byte[], byte[]> consumer = atTheEnd(request.environment());
                Producer<byte[], byte[]> producer = clients.producer("evenkeel-requests")) {
            while (!seen.everything() && System.nanoTime() < end) {
                var unused = producer.send(new ProducerRecord<>(
                        topics.environments(),
                        RecordCodec.partition(request.environment()),
                        record.key(),
                        record.value().orElseThrow(),
                        ByteHeaders.of(record.headers())));
                long again = System.nanoTime() + REPEAT.toNanos();
                while (!seen.everything() && System.nanoTime() < again) {
                    consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                }
            }
        }
        return seen.answer();
    }

    private Consumer<byte[], byte[]> atTheEnd(Environment environment) {
        Consumer<byte[], byte[]> consumer = clients.consumer("evenkeel-requests-answers", Optional.empty());
        String catalog = topics.catalog(environment);
        List<TopicPartition> all = IntStream.range(0, clients.settings().partitions())
                .mapToObj(partition -> new TopicPartition(catalog, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position); // now, not when it is first polled
        return consumer;
    }

    /** Counts what is published of each slice until it is as many objects as the marker says. */
    private final class Seen {
        private final int partitions;
        private final Map<Integer, Long> objects = new HashMap<>();
        private final Map<Integer, Long> complete = new HashMap<>();
        private Optional<SnapshotMarker> newest = Optional.empty();

        Seen(int partitions) {
            this.partitions = partitions;
        }

        void add(ConsumerRecord<byte[], byte[]> record) {
            try {
                switch (codec.decodeCatalog(
                        record.key(),
                        Optional.ofNullable(record.value()),
                        ByteHeaders.get(record.headers(), RecordCodec.ROOT_HEADER))) {
                    case CatalogRecord.Present present -> objects.merge(record.partition(), 1L, Long::sum);
                    case CatalogRecord.Gone gone -> {}
                    case CatalogRecord.Marked marked -> marked(record.partition(), marked.marker());
                }
            } catch (MalformedRecordException foreign) {
                objects.merge(record.partition(), 0L, Long::sum); // the collector says so in its log
            }
        }

        private void marked(int partition, SnapshotMarker marker) {
            newest = Optional.of(marker);
            long since = objects.getOrDefault(partition, 0L);
            objects.remove(partition);
            if (marker.keys().isPresent() && since == marker.slice().objects()) {
                complete.put(partition, since);
            }
        }

        boolean everything() {
            return complete.size() == partitions;
        }

        Answer answer() {
            if (everything()) {
                return new Answer.Done(
                        complete.values().stream().mapToLong(Long::longValue).sum());
            }
            return newest.flatMap(SnapshotMarker::failure)
                    .<Answer>map(Answer.Unreadable::new)
                    .orElseGet(Answer.Silence::new);
        }
    }
}
