package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Carries every record of our topics into the audit database, exactly once: the offsets are stored with the rows, and
 * reading goes on from them after a restart or a failure. Of several alerters on one database, one does it.
 */
public final class AuditFeed implements Service {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration DISCOVERY = Duration.ofSeconds(2);
    private static final int BATCH = 4000;
    private static final Duration STAND_BY = Duration.ofSeconds(1);
    private static final String PROGRESS = "select coalesce(sum(next_offset), 0) from consumer_offset";

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Set<String> topics;
    private final RecordReader reader;
    private final String events;
    private final AuditDatabase database;
    private final Leadership leadership;
    private final Positions positions;
    private final BatchWriter writer;
    private final AuditTrail trail;
    private final java.util.function.Consumer<Applied> listener;
    private final Clock clock;
    private final Loop loop = new Loop("audit feed", STAND_BY, this::step);

    private Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();
    private volatile Map<MetricName, ? extends Metric> measurements = Map.of();
    private Set<String> missing = Set.of();
    private Optional<Applied> unseen = Optional.empty();
    private OptionalLong term = OptionalLong.empty();
    private long discoveredAt;
    private long shown = -1;

    /**
     * @param consumers makes a consumer that reads committed records and starts at the earliest
     * @param listener told after each stored batch, when the trail's view shows it
     */
    public AuditFeed(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Topics topics,
            Collection<Environment> environments,
            AuditDatabase database,
            Leadership leadership,
            AuditTrail trail,
            java.util.function.Consumer<Applied> listener,
            Clock clock) {
        this.consumers = consumers;
        this.topics = new TreeSet<>(List.of(topics.drift(), topics.events()));
        environments.forEach(environment -> this.topics.add(topics.catalog(environment)));
        this.reader = new RecordReader(topics);
        this.events = topics.events();
        this.database = database;
        this.leadership = leadership;
        this.positions = new Positions(database);
        this.writer = new BatchWriter(database, leadership, clock);
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

    /** One who leads goes on at once; any other looks again after a while. */
    private void step() {
        OptionalLong leading = leadership.term();
        if (!leading.equals(term)) {
            consumer.ifPresent(Consumer::close);
            consumer = Optional.empty();
            measurements = Map.of();
            term = leading;
        }
        if (leading.isPresent()) {
            feed(leading.getAsLong());
            loop.wake();
        } else {
            standBy();
        }
    }

    /** Shows what the leader stores. */
    private void standBy() {
        long stored = stored();
        if (stored != shown) {
            trail.load();
            shown = stored;
        }
    }

    private long stored() {
        return database.transaction(connection -> Rows.query(connection, PROGRESS, none -> {}, row -> row.getLong(1))
                .getFirst());
    }

    private void feed(long leading) {
        Consumer<byte[], byte[]> open = consumer.orElseGet(this::open);
        try {
            discover(open);
            List<Incoming> batch = poll(open);
            if (!batch.isEmpty()) {
                unseen = Optional.of(unseen.orElse(Applied.NOTHING).plus(writer.write(batch, leading)));
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
        trail.refresh(applied.objects() > 0 || !applied.markers().isEmpty(), applied.drifts());
        listener.accept(applied);
    }

    /** What the consumer measures by that name, of all topics together; 0: nothing, or nothing yet. */
    public double measured(String name) {
        return measurements.values().stream()
                .filter(metric -> metric.metricName().name().equals(name)
                        && metric.metricName().tags().keySet().equals(Set.of("client-id")))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .findFirst()
                .orElse(0);
    }

    private Consumer<byte[], byte[]> open() {
        // what another alerter may have stored meanwhile
        trail.load();
        Consumer<byte[], byte[]> opened = consumers.get();
        consumer = Optional.of(opened);
        measurements = opened.metrics();
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
        long now = System.nanoTime();
        boolean due =
                discoveredAt == Long.MIN_VALUE || (!missing.isEmpty() && now - discoveredAt >= DISCOVERY.toNanos());
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
        Map<TopicPartition, Long> stored = positions.load();
        Map<TopicPartition, Long> beginnings = open.beginningOffsets(wanted);
        Map<TopicPartition, Long> ends = open.endOffsets(wanted);
        for (TopicPartition partition : wanted) {
            Long next = stored.get(partition);
            long beginning = beginnings.getOrDefault(partition, 0L);
            if (next == null) {
                open.seekToBeginning(List.of(partition));
            } else if (next > ends.getOrDefault(partition, next)) {
                positions.forget(partition, reader.environment(partition.topic()));
                open.seekToBeginning(List.of(partition));
            } else {
                if (next < beginning && partition.topic().equals(events)) {
                    positions.lost(partition, next, beginning, clock.instant());
                }
                open.seek(partition, Math.max(next, beginning));
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
