package io.evenkeel.alerter.audit;

import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.TopicRetention;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Watches how old the oldest event is that is not stored yet, and how long its topic keeps it. Thread-safe. */
public final class Backlog implements Service {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final String topic;
    private final Positions positions;
    private final Clock clock;
    private final Loop loop = new Loop("audit backlog", INTERVAL, this::look);
    private volatile Duration lag = Duration.ZERO;
    private volatile Optional<Duration> kept = Optional.empty();

    /** @param topic of the events */
    public Backlog(KafkaClients clients, String topic, AuditDatabase database, Clock clock) {
        this.clients = clients;
        this.topic = topic;
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

    private void look() {
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
