package io.evenkeel.systemtest;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.ByteHeaders;
import io.evenkeel.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What readers of committed records see on the topics of environments. */
final class CatalogTopics {
    private final KafkaClients clients;
    private final RecordCodec codec = new RecordCodec();

    CatalogTopics(KafkaClients clients) {
        this.clients = clients;
    }

    /** One record and where it stands. */
    record Standing(TopicPartition partition, CatalogRecord record) {}

    /** All records of these environments, each partition's in its order. */
    List<Standing> read(List<Environment> environments) {
        Topics topics = new Topics(clients.settings().topicPrefix());
        List<TopicPartition> all = environments.stream()
                .flatMap(environment -> IntStream.range(0, clients.settings().partitions())
                        .mapToObj(partition -> new TopicPartition(topics.catalog(environment), partition)))
                .toList();
        List<Standing> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = clients.consumer("test", Optional.empty())) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(decoded(record)));
            }
        }
        return records;
    }

    private Standing decoded(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Standing(
                    new TopicPartition(record.topic(), record.partition()),
                    codec.decodeCatalog(
                            record.key(),
                            Optional.ofNullable(record.value()),
                            ByteHeaders.get(record.headers(), RecordCodec.ROOT_HEADER)));
        } catch (MalformedRecordException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
