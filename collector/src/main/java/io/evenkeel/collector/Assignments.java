package io.evenkeel.collector;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.lifecycle.Loop;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which environments this process collects, and hears what is asked of them. Alone, it collects all of its settings. A
 * process that shares them is a member of a consumer group, and collects those whose partitions the group gives it.
 */
final class Assignments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);
    // a request ends the wait
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(10);

    private final CollectorSettings settings;
    private final KafkaClients clients;
    private final Fleet fleet;
    private final String topic;
    private final Loop loop = new Loop("requests to the collector", Duration.ZERO, this::listen);
    private final RecordCodec codec = new RecordCodec();
    private final Map<Environment, String> obeyed = new HashMap<>();
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean closing;
    private int told = -1;

    Assignments(CollectorSettings settings, KafkaClients clients, Fleet fleet) {
        this.settings = settings;
        this.clients = clients;
        this.fleet = fleet;
        this.topic = new Topics(clients.settings().topicPrefix()).environments();
    }

    void start() {
        if (!settings.share()) {
            fleet.open(environments(partition -> true));
        }
        loop.start();
    }

    Optional<String> trouble() {
        return loop.trouble();
    }

    private void listen() {
        if (closing) {
            return;
        }
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            open = settings.share() ? member() : listener();
            consumer = open;
        }
        try {
            open.poll(POLL).forEach(this::obey);
        } catch (WakeupException closed) {
            LOG.debug("no longer listening to requests", closed);
        } catch (KafkaException failed) {
            leave();
            throw failed;
        }
    }

    private Consumer<byte[], byte[]> listener() {
        Consumer<byte[], byte[]> all = clients.listener("evenkeel-collector-requests");
        all.assign(IntStream.range(0, Topics.ENVIRONMENT_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList());
        all.seekToEnd(all.assignment());
        return all;
    }

    private Consumer<byte[], byte[]> member() {
        Consumer<byte[], byte[]> member = clients.member(clients.settings().topicPrefix() + "-collectors");
        member.subscribe(List.of(topic), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                fleet.open(environmentsOf(partitions));
                tell();
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                fleet.close(environmentsOf(partitions));
            }
        });
        return member;
    }

    private void tell() {
        if (fleet.size() != told) {
            told = fleet.size();
            LOG.info(
                    "This collector collects {} of {} environments, others the rest",
                    told,
                    settings.environments().size());
        }
    }

    private void obey(ConsumerRecord<byte[], byte[]> record) {
        try {
            CollectorRequest request =
                    codec.decodeRequest(Optional.ofNullable(record.value()).orElseGet(() -> new byte[0]));
            if (!request.id().equals(obeyed.put(request.environment(), request.id()))) {
                fleet.ask(request);
            }
        } catch (MalformedRecordException malformed) {
            LOG.warn("A record on {} is left out: {}", topic, malformed.getMessage());
        }
    }

    private Set<Environment> environmentsOf(Collection<TopicPartition> partitions) {
        Set<Integer> numbers =
                partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        return environments(numbers::contains);
    }

    private Set<Environment> environments(Predicate<Integer> partitions) {
        return settings.environments().stream()
                .map(EnvironmentSettings::environment)
                .filter(environment -> partitions.test(RecordCodec.partition(environment)))
                .collect(Collectors.toSet());
    }

    /** Gives the partitions back, after their environments were stopped. */
    private void leave() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            // only a group has to be told
            open.close(CloseOptions.timeout(settings.share() ? LEAVE_WITHIN : Duration.ZERO));
        }
    }

    @Override
    public void close() {
        closing = true;
        Optional.ofNullable(consumer).ifPresent(Consumer::wakeup);
        loop.close();
        leave();
    }
}
