package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.OpenTransactions;
import io.evenkeel.runtime.kafka.TopicRetention;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches how old the oldest event is that is not stored yet, how long its topic keeps it, and whether a transaction
 * hangs in the way. Thread-safe.
 */
public final class Backlog implements Service {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final String topic;
    private final List<String> topics;
    private final Positions positions;
    private final Clock clock;
    private final Loop loop = new Loop("audit backlog", INTERVAL, this::look);
    private volatile Duration lag = Duration.ZERO;
    private volatile Optional<Duration> kept = Optional.empty();
    private volatile Map<String, Long> uncommitted = Map.of();

    /** @param environments whose topics are read, besides those of events and drift */
    public Backlog(
            KafkaClients clients,
            Topics topics,
            Collection<Environment> environments,
            AuditDatabase database,
            Clock clock) {
        this.clients = clients;
        this.topic = topics.events();
        this.topics = Stream.concat(
                        Stream.of(topics.drift(), topics.events()),
                        environments.stream().map(topics::catalog))
                .sorted()
                .toList();
        this.positions = new Positions(database);
        this.clock = clock;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble();
    }

    /** The age of the oldest event that is not stored; zero: all are. */
    public Duration lag() {
        return lag;
    }

    /** How long the topic keeps an event; empty: for ever, or not known yet. */
    public Optional<Duration> kept() {
        return kept;
    }

    /** All topics that are read. */
    public List<String> topics() {
        return topics;
    }

    /** How many records of the topic nobody may read yet, because a transaction before them is open. */
    public long uncommitted(String of) {
        return uncommitted.getOrDefault(of, 0L);
    }

    private void look() {
        uncommitted = new OpenTransactions(clients).records(topics);
        kept = new TopicRetention(clients).of(topic);
        try (Consumer<byte[], byte[]> consumer = clients.consumer("evenkeel-alerter-backlog", Optional.empty())) {
            Map<TopicPartition, Long> stored = positions.load();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<TopicPartition> behind = partitions.stream()
                    .filter(each -> stored.getOrDefault(each, 0L) < ends.getOrDefault(each, 0L))
                    .toList();
            consumer.assign(behind);
            behind.forEach(each -> consumer.seek(each, stored.getOrDefault(each, 0L)));
            lag = behind.isEmpty() ? Duration.ZERO : oldest(consumer);
        }
    }

    private Duration oldest(Consumer<byte[], byte[]> consumer) {
        long now = clock.millis();
        long oldest = now;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            oldest = Math.min(oldest, record.timestamp());
        }
        return Duration.ofMillis(now - oldest);
    }

    @Override
    public void close() {
        loop.close();
    }
}
