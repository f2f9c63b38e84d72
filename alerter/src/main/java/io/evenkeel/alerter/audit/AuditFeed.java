package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Carries every record of our topics into the audit database, exactly once: the offsets are stored with the rows, and
 * reading goes on from them after a restart or a failure.
 */
public final class AuditFeed implements Service {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration DISCOVERY = Duration.ofSeconds(2);
    private static final int BATCH = 4000;
    private static final String POSITIONS = "select topic, partition, next_offset from consumer_offset";

    private record Position(TopicPartition partition, long next) {}

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Set<String> topics;
    private final RecordReader reader;
    private final AuditDatabase database;
    private final BatchWriter writer;
    private final AuditTrail trail;
    private final java.util.function.Consumer<Applied> listener;
    private final Clock clock;
    private final Loop loop = new Loop("audit feed", Duration.ZERO, this::step);

    private Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();
    private Set<String> missing = Set.of();
    private Optional<Applied> unseen = Optional.empty();
    private long discoveredAt;

    /**
     * @param consumers makes a consumer that reads committed records and starts at the earliest
     * @param listener told after each stored batch, when the trail's view shows it
     */
    public AuditFeed(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Topics topics,
            Collection<Environment> environments,
            Collection<Subscription> subscriptions,
            AuditDatabase database,
            AuditTrail trail,
            java.util.function.Consumer<Applied> listener,
            Clock clock) {
        this.consumers = consumers;
        this.topics = new TreeSet<>(List.of(topics.drift(), topics.events()));
        environments.forEach(environment -> this.topics.add(topics.catalog(environment)));
        this.reader = new RecordReader(topics);
        this.database = database;
        this.writer = new BatchWriter(database, subscriptions, clock);
        this.trail = trail;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble()
                .or(() -> missing.isEmpty()
                        ? Optional.empty()
                        : Optional.of("waiting for the topics " + String.join(", ", missing)));
    }

    private void step() {
        Consumer<byte[], byte[]> open = consumer.orElseGet(this::open);
        try {
            discover(open);
            List<Incoming> batch = poll(open);
            if (!batch.isEmpty()) {
                unseen = Optional.of(unseen.orElse(Applied.NOTHING).plus(writer.write(batch)));
            }
            unseen.ifPresent(this::show);
            unseen = Optional.empty();
        } catch (RuntimeException failed) {
            // what was read may not be stored: the next round starts again at the stored offsets
            consumer = Optional.empty();
            open.close();
            throw failed;
        }
    }

    private void show(Applied applied) {
        trail.refresh(applied.objects() > 0 || !applied.markers().isEmpty(), applied.drifts() > 0);
        listener.accept(applied);
    }

    private Consumer<byte[], byte[]> open() {
        Consumer<byte[], byte[]> opened = consumers.get();
        consumer = Optional.of(opened);
        discoveredAt = Long.MIN_VALUE;
        return opened;
    }

    private List<Incoming> poll(Consumer<byte[], byte[]> open) {
        List<Incoming> batch = new ArrayList<>();
        ConsumerRecords<byte[], byte[]> polled = open.poll(POLL);
        while (!polled.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                batch.add(reader.read(record));
            }
            polled = batch.size() < BATCH ? open.poll(Duration.ZERO) : ConsumerRecords.empty();
        }
        return batch;
    }

    /** Takes up partitions that are new, at the stored offset or else at the start. */
    private void discover(Consumer<byte[], byte[]> open) {
        long now = clock.millis();
        boolean due =
                discoveredAt == Long.MIN_VALUE || (!missing.isEmpty() && now - discoveredAt >= DISCOVERY.toMillis());
        if (!due) {
            return;
        }
        discoveredAt = now;
        Map<String, List<PartitionInfo>> present = open.listTopics();
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
        if (!wanted.equals(open.assignment())) {
            open.assign(wanted);
            seek(open, wanted);
        }
    }

    private void seek(Consumer<byte[], byte[]> open, Set<TopicPartition> wanted) {
        List<Position> stored = database.transaction(connection -> Rows.query(
                connection,
                POSITIONS,
                none -> {},
                row -> new Position(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3))));
        Map<TopicPartition, Long> positions = new HashMap<>();
        stored.forEach(position -> positions.put(position.partition(), position.next()));
        for (TopicPartition partition : wanted) {
            Long next = positions.get(partition);
            if (next == null) {
                open.seekToBeginning(List.of(partition));
            } else {
                open.seek(partition, next);
            }
        }
    }

    @Override
    public void close() {
        loop.close();
        consumer.ifPresent(Consumer::close);
        consumer = Optional.empty();
    }
}
