package io.evenkeel.analyzer;

import io.evenkeel.analyzer.topology.FakeCollector;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.DriftRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.ByteHeaders;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Both ends of an analyzer on a real broker: publishes snapshots in transactions, reads what came of them. */
final class Broker implements AutoCloseable {
    private final int partition;
    private final Topics topics;
    private final KafkaClients clients;
    private final RecordCodec codec = new RecordCodec();
    private final Producer<byte[], byte[]> producer;

    Broker(KafkaSettings settings, int partition, Environment... environments) {
        this.partition = partition;
        topics = new Topics(settings.topicPrefix());
        clients = new KafkaClients(settings);
        List<TopicSpec> specs = new ArrayList<>();
        specs.add(TopicSpec.compacted(topics.drift(), settings.partitions()));
        specs.add(TopicSpec.appendOnly(topics.events(), settings.partitions(), Duration.ofDays(1)));
        for (Environment environment : environments) {
            specs.add(TopicSpec.compacted(topics.catalog(environment), settings.partitions()));
        }
        new TopicCheck(clients).ensure(specs);
        producer = clients.transactionalProducer(settings.topicPrefix() + "-collectors", Duration.ofMinutes(1));
        producer.initTransactions();
    }

    void publish(Environment environment, FakeCollector collector) {
        producer.beginTransaction();
        collector
                .snapshot()
                .forEach(record -> sendQuietly(new ProducerRecord<>(
                        topics.catalog(environment),
                        partition,
                        record.key(),
                        record.value().orElse(null),
                        ByteHeaders.of(record.headers()))));
        producer.commitTransaction();
    }

    /** Deletes the topic of that environment, and makes it again. */
    void makeAnew(Environment environment) throws ExecutionException, InterruptedException {
        String topic = topics.catalog(environment);
        try (Admin admin = clients.admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            while (admin.listTopics().names().get().contains(topic)) {
                Thread.onSpinWait();
            }
        }
        new TopicCheck(clients)
                .ensure(List.of(TopicSpec.compacted(topic, clients.settings().partitions())));
    }

    private void sendQuietly(ProducerRecord<byte[], byte[]> record) {
        var sent = producer.send(record);
        assert sent != null : "the commit tells whether all were sent";
    }

    /** All committed events, in order. */
    List<DriftEvent> events() {
        List<DriftEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(topics.events())) {
            try {
                events.add(codec.decodeEvent(record.value()));
            } catch (MalformedRecordException malformed) {
                throw new AssertionError("the analyzer writes what nobody can read", malformed);
            }
        }
        return events;
    }

    /** What a reader of the drift topic knows: the last state, and the open drifts by key. */
    Told told() {
        Told told = new Told(Optional.empty(), Map.of());
        for (ConsumerRecord<byte[], byte[]> record : read(topics.drift())) {
            try {
                told = told.with(codec.decodeDrift(record.key(), Optional.ofNullable(record.value())));
            } catch (MalformedRecordException malformed) {
                throw new AssertionError("the analyzer writes what nobody can read", malformed);
            }
        }
        return told;
    }

    /** A reader's view of the drift topic. */
    record Told(Optional<ComparisonState> state, Map<String, Drift> open) {
        Told with(DriftRecord record) {
            Map<String, Drift> drifts = new LinkedHashMap<>(open);
            switch (record) {
                case DriftRecord.Open opened ->
                    drifts.put(opened.drift().difference().key().toString(), opened.drift());
                case DriftRecord.Closed closed -> drifts.remove(closed.key().toString());
                case DriftRecord.Evaluated evaluated -> {
                    return new Told(Optional.of(evaluated.state()), drifts);
                }
                case DriftRecord.Retired retired -> {
                    return new Told(Optional.empty(), drifts);
                }
            }
            return new Told(state, drifts);
        }

        /** Whether the comparison has seen these snapshots of both sides. */
        boolean reached(long baseline, long target) {
            return state.filter(now -> now.baseline()
                                    .filter(ref -> ref.sequence() == baseline)
                                    .isPresent()
                            && now.target()
                                    .filter(ref -> ref.sequence() == target)
                                    .isPresent())
                    .isPresent();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        TopicPartition source = new TopicPartition(topic, partition);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = clients.consumer("reader", Optional.empty())) {
            consumer.assign(List.of(source));
            consumer.seekToBeginning(List.of(source));
            long end = consumer.endOffsets(List.of(source)).getOrDefault(source, 0L);
            while (consumer.position(source) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close();
    }
}
