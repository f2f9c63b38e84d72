package io.evenkeel.alerter;

import static org.awaitility.Awaitility.await;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.contract.wire.WireRecord;
import io.evenkeel.embedded.fixture.KafkaFixture;
import io.evenkeel.runtime.kafka.ByteHeaders;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.kafka.KafkaSetupException;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Topics of a test's own, of one partition each, and a producer that writes whole transactions to them. */
public final class TopicFixture implements AutoCloseable {
    public final RecordCodec codec = new RecordCodec();
    private final KafkaSettings settings;
    private final Producer<byte[], byte[]> producer;

    public TopicFixture(Set<Environment> environments) {
        KafkaFixture broker = KafkaFixture.shared();
        settings =
                new KafkaSettings(broker.bootstrapServers(), broker.uniquePrefix() + "alerter", 1, (short) 1, Map.of());
        List<TopicSpec> specs = new ArrayList<>();
        specs.add(TopicSpec.compacted(topics().drift(), 1));
        specs.add(TopicSpec.appendOnly(topics().events(), 1, Duration.ofDays(7)));
        environments.forEach(each -> specs.add(TopicSpec.compacted(topics().catalog(each), 1)));
        // the broker may not know a topic yet that its controller has just made
        await().ignoreExceptionsInstanceOf(KafkaSetupException.class)
                .untilAsserted(() -> new TopicCheck(clients()).ensure(specs));
        producer = clients().transactionalProducer(settings.topicPrefix(), Duration.ofMinutes(1));
        producer.initTransactions();
    }

    public KafkaClients clients() {
        return new KafkaClients(settings);
    }

    public Topics topics() {
        return new Topics(settings.topicPrefix());
    }

    /** Sends the records to the topic in one transaction. */
    public void send(String topic, WireRecord... records) {
        producer.beginTransaction();
        for (WireRecord record : records) {
            var sent = producer.send(new ProducerRecord<>(
                    topic, 0, record.key(), record.value().orElse(null), ByteHeaders.of(record.headers())));
            if (sent == null) {
                throw new IllegalStateException("the producer took no record");
            }
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }
}
