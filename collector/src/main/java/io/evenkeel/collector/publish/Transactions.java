package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.WireRecord;
import io.evenkeel.runtime.kafka.ByteHeaders;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * One transactional producer and what it has put on the topic. After any fault but fencing it starts anew: a commit whose
 * outcome is not known is looked up on the topic.
 */
final class Transactions implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(15);

    /** So many bytes may be on their way: a producer never gives back the memory that it once had. */
    private static final int ON_THEIR_WAY = 192 * 1024;

    /**
     * @param ends where its newest record stands in each partition
     */
    private record Open(Producer<byte[], byte[]> producer, Published published, Map<Integer, Long> ends) {}

    private final Environment environment;
    private final KafkaClients clients;
    private final KafkaFaults faults;
    private final String topic;
    private final String transactionalId;
    private final Duration longest;
    private final RecordCodec codec = new RecordCodec();
    private Optional<Open> open = Optional.empty();
    private boolean opened;
    private long epoch;
    private long sequence;

    /**
     * @param longest how long a publication may take
     */
    Transactions(
            Environment environment, KafkaClients clients, String topic, String transactionalId, Duration longest) {
        this.environment = environment;
        this.clients = clients;
        this.topic = topic;
        this.transactionalId = transactionalId;
        this.longest = longest;
        this.faults = new KafkaFaults(environment, clients.settings().bootstrapServers(), topic, transactionalId);
    }

    boolean isOpen() {
        return open.isPresent();
    }

    Published published() {
        return open.orElseThrow().published();
    }

    Status.Number number() {
        return new Status.Number(epoch, sequence);
    }

    /**
     * Fences any other producer of the environment, then reads the topic, on which nothing can be in flight any more. Not
     * for the first time, it makes a topic that was deleted anew.
     */
    Published open(Instant now) throws FencedException {
        if (opened) {
            new TopicCheck(clients)
                    .ensure(List.of(
                            TopicSpec.compacted(topic, clients.settings().partitions())));
        }
        Producer<byte[], byte[]> producer = clients.transactionalProducer(transactionalId, longest);
        try {
            producer.initTransactions();
            Published published = readBack();
            // the seconds are a floor only: a topic that was made anew must not fall behind what was known of the old
            // one
            long before = Math.max(
                    epoch, published.newest().map(SnapshotMarker::epoch).orElse(0L));
            epoch = Math.max(before + 1, now.getEpochSecond());
            open = Optional.of(new Open(producer, published, new HashMap<>()));
            opened = true;
            sequence = 0;
            return published;
        } catch (KafkaException failed) {
            producer.close(Duration.ZERO);
            throw faults.told(failed);
        }
    }

    private Published readBack() {
        try (Consumer<byte[], byte[]> consumer = clients.reader(transactionalId + "-reader")) {
            return TopicImage.read(consumer, topic, clients.settings().partitions());
        }
    }

    /** Publishes changes and one marker a partition, all or nothing; throws also if what was on the topic is gone. */
    void commit(List<Change> changes, Function<Slice, SnapshotMarker> marker) throws FencedException {
        Open current = open.orElseThrow();
        Map<Integer, Future<RecordMetadata>> first = new HashMap<>();
        Map<Integer, Future<RecordMetadata>> last = new HashMap<>();
        sequence++;
        long begun = System.nanoTime();
        try {
            current.producer().beginTransaction();
            int sent = 0;
            for (Change change : changes) {
                int partition = change.slot().partition();
                WireRecord bytes = change.bytes(codec, environment);
                Future<RecordMetadata> record = send(current.producer(), partition, bytes);
                first.putIfAbsent(partition, record);
                sent += bytes.key().length
                        + bytes.value().map(value -> value.length).orElse(0);
                if (sent > ON_THEIR_WAY) {
                    await(record);
                    sent = 0;
                }
            }
            current.published().apply(changes);
            for (int partition = 0; partition < current.published().partitions(); partition++) {
                SnapshotMarker made = marker.apply(current.published().slice(partition));
                Future<RecordMetadata> record = send(current.producer(), partition, codec.encode(made));
                first.putIfAbsent(partition, record);
                last.put(partition, record);
            }
            current.producer().commitTransaction();
            first.values().forEach(record -> goesOn(current, record.resultNow()));
            last.forEach((partition, record) ->
                    current.ends().put(partition, record.resultNow().offset()));
        } catch (KafkaException failed) {
            // the topic is the truth: what was applied above may not have been committed
            close();
            throw System.nanoTime() - begun < longest.toNanos() ? faults.told(failed) : faults.tooLong(failed, longest);
        }
    }

    /** In a topic that lost its end, or was deleted and made anew, records stand further back than those before them. */
    private void goesOn(Open current, RecordMetadata record) {
        long before = current.ends().getOrDefault(record.partition(), -1L);
        if (record.offset() <= before) {
            throw new KafkaException(topic + " lost what was published: partition " + record.partition()
                    + " had reached offset " + before + " and is at " + record.offset()
                    + " now. It was deleted and made anew, or lost its end; everything is read and published again");
        }
    }

    private Future<RecordMetadata> send(Producer<byte[], byte[]> producer, int partition, WireRecord record) {
        Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(
                topic, partition, record.key(), record.value().orElse(null), ByteHeaders.of(record.headers())));
        // a later failure fails the commit; what failed at once has waited for the broker, and the next would wait as
        // long
        if (sent.state() == Future.State.FAILED) {
            throw new KafkaException(
                    "cannot send to " + topic + ": " + sent.exceptionNow().getMessage(), sent.exceptionNow());
        }
        return sent;
    }

    private void await(Future<RecordMetadata> sent) {
        try {
            sent.get(ARRIVES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaException("a record does not arrive at " + topic, failed);
        }
    }

    @Override
    public void close() {
        open.ifPresent(current -> current.producer().close(CLOSE_WITHIN));
        open = Optional.empty();
    }
}
