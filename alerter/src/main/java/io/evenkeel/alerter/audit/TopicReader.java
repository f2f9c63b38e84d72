package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.wire.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads our topics from the stored offsets on, each batch while its caller stores the one before. For one caller. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration DISCOVERY = Duration.ofSeconds(2);
    private static final int BATCH = 2000;

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> topics;
    private final String events;
    private final RecordReader reader;
    private final Positions positions;
    private final Clock clock;
    private volatile Set<String> missing = Set.of();
    private long discoveredAt = Long.MIN_VALUE;
    private CompletableFuture<Batch> ahead;

    /** @param last whether nothing else was there to be read */
    record Batch(List<Incoming> records, boolean last) {}

    /** @param consumer reads committed records and starts at the earliest; closed with this */
    TopicReader(
            Consumer<byte[], byte[]> consumer,
            Topics topics,
            Collection<Environment> environments,
            Positions positions,
            Clock clock) {
        this.consumer = consumer;
        this.topics = new TreeSet<>(List.of(topics.drift(), topics.events()));
        environments.forEach(environment -> this.topics.add(topics.catalog(environment)));
        this.events = topics.events();
        this.reader = new RecordReader(topics);
        this.positions = positions;
        this.clock = clock;
        this.ahead = readAhead();
    }

    /** The next records, which may be none, and the reading of those after them. */
    Batch next() throws InterruptedException {
        try {
            Batch batch = ahead.get();
            ahead = readAhead();
            return batch;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private CompletableFuture<Batch> readAhead() {
        return CompletableFuture.supplyAsync(
                this::read, task -> Thread.ofVirtual().name("audit reader").start(task));
    }

    private Batch read() {
        discover();
        List<Incoming> batch = new ArrayList<>();
        ConsumerRecords<byte[], byte[]> polled;
        boolean more;
        do {
            polled = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                batch.add(reader.read(record));
            }
            more = consumer.assignment().stream()
                    .anyMatch(each -> consumer.currentLag(each).orElse(0) > 0);
        } while (more && !polled.isEmpty() && batch.size() < BATCH);
        return new Batch(batch, !more);
    }

    /** Topics of ours that nobody has made yet. */
    Set<String> missing() {
        return missing;
    }

    /** What the consumer measures by that name, of all topics together; 0: nothing, or nothing yet. */
    double measured(String name) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(name)
                        && metric.metricName().tags().keySet().equals(Set.of("client-id")))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .findFirst()
                .orElse(0);
    }

    /** Takes up partitions that are new, at the stored offset or else at the start. */
    private void discover() {
        long now = System.nanoTime();
        boolean due =
                discoveredAt == Long.MIN_VALUE || (!missing.isEmpty() && now - discoveredAt >= DISCOVERY.toNanos());
        if (!due) {
            return;
        }
        discoveredAt = now;
        Map<String, List<PartitionInfo>> present = consumer.listTopics();
        Set<TopicPartition> wanted = new HashSet<>();
        Set<String> absent = new TreeSet<>();
        for (String topic : topics) {
            List<PartitionInfo> partitions = present.getOrDefault(topic, List.of());
            partitions.forEach(info -> wanted.add(new TopicPartition(topic, info.partition())));
            if (partitions.isEmpty()) {
                absent.add(topic);
            }
        }
        missing = absent;
        Set<TopicPartition> fresh = new HashSet<>(wanted);
        fresh.removeAll(consumer.assignment());
        if (!fresh.isEmpty()) {
            consumer.assign(wanted);
            seek(fresh);
        }
    }

    private void seek(Set<TopicPartition> fresh) {
        Map<TopicPartition, Long> stored = positions.load();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(fresh);
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
        for (TopicPartition partition : fresh) {
            Long next = stored.get(partition);
            long beginning = beginnings.getOrDefault(partition, 0L);
            if (next == null) {
                consumer.seekToBeginning(List.of(partition));
            } else if (next > ends.getOrDefault(partition, next)) {
                positions.forget(partition, reader.environment(partition.topic()));
                consumer.seekToBeginning(List.of(partition));
            } else {
                if (next < beginning && partition.topic().equals(events)) {
                    positions.lost(partition, next, beginning, clock.instant());
                }
                consumer.seek(partition, Math.max(next, beginning));
            }
        }
    }

    /** What was read ahead is read again by the next one. */
    @Override
    public void close() {
        consumer.wakeup();
        // a consumer is for one thread at a time
        ahead.handle((batch, failed) -> consumer).join().close();
    }
}
