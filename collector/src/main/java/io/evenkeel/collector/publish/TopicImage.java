package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.runtime.kafka.ByteHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up what committed records say, from the beginning to where the topic ends now. */
final class TopicImage {
    private static final Logger LOG = LoggerFactory.getLogger(TopicImage.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final RecordCodec codec = new RecordCodec();
    private final Published published;

    private TopicImage(int partitions) {
        published = new Published(partitions);
    }

    static Published read(Consumer<byte[], byte[]> consumer, String topic, int partitions) {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        TopicImage image = new TopicImage(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(image::add);
        }
        return image.published;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        Optional<byte[]> value = Optional.ofNullable(record.value());
        try {
            Optional<byte[]> root = ByteHeaders.get(record.headers(), RecordCodec.ROOT_HEADER);
            switch (codec.decodeCatalog(record.key(), value, root)) {
                case CatalogRecord.Present present ->
                    published.put(
                            present.object().key(),
                            new Slot(
                                    record.partition(),
                                    present.object().root(),
                                    ContentHash.of(record.key(), value.orElseThrow())));
                case CatalogRecord.Gone gone -> {
                    // partitions arrive in any order, and an object that changed its root is gone in one of them only
                    if (published.slot(gone.key()).stream().anyMatch(slot -> slot.partition() == record.partition())) {
                        published.remove(gone.key());
                    }
                }
                case CatalogRecord.Marked marked -> {
                    published.told(marked.marker().slice());
                    // an older brief marker may tell of one that is no more
                    marked.marker().described(published.newest()).ifPresent(published::marked);
                }
            }
        } catch (MalformedRecordException malformed) {
            LOG.warn(
                    "{} partition {} offset {} is left out: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    malformed.getMessage());
        }
    }
}
