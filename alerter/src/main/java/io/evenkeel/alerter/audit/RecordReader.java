package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.ByteHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns Kafka's records into what they say; what says nothing becomes a rejection, never an exception. */
final class RecordReader {
    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);
    private static final byte[] NOTHING = new byte[0];

    private final Topics topics;
    private final RecordCodec codec = new RecordCodec();

    RecordReader(Topics topics) {
        this.topics = topics;
    }

    /** Whose catalog the topic holds; empty for another topic. */
    Optional<Environment> environment(String topic) {
        return topics.environmentOf(topic);
    }

    Incoming read(ConsumerRecord<byte[], byte[]> record) {
        return new Incoming(record.topic(), record.partition(), record.offset(), content(record));
    }

    private Content content(ConsumerRecord<byte[], byte[]> record) {
        try {
            return decode(record);
        } catch (MalformedRecordException | IllegalArgumentException malformed) {
            return new Content.Rejected(String.valueOf(malformed.getMessage()));
        }
    }

    private Content decode(ConsumerRecord<byte[], byte[]> record) throws MalformedRecordException {
        byte[] key = Optional.ofNullable(record.key()).orElse(NOTHING);
        Optional<byte[]> value = Optional.ofNullable(record.value());
        if (record.topic().equals(topics.events())) {
            return new Content.OfEvent(codec.decodeEvent(value.orElse(NOTHING)));
        }
        if (record.topic().equals(topics.drift())) {
            return new Content.OfDrift(codec.decodeDrift(key, value));
        }
        Environment environment = topics.environmentOf(record.topic())
                .orElseThrow(() -> new IllegalArgumentException("expected a topic of ours, found " + record.topic()));
        CatalogRecord catalog =
                codec.decodeCatalog(key, value, ByteHeaders.get(record.headers(), RecordCodec.ROOT_HEADER));
        return checked(environment, record, catalog, value);
    }

    private Content checked(
            Environment environment,
            ConsumerRecord<byte[], byte[]> record,
            CatalogRecord catalog,
            Optional<byte[]> value) {
        if (catalog instanceof CatalogRecord.Marked marked
                && !(marked.marker().environment().equals(environment)
                        && marked.marker().slice().partition() == record.partition())) {
            return new Content.Rejected("expected a marker of " + environment + ", partition " + record.partition()
                    + ", found one of " + marked.marker().environment() + ", partition "
                    + marked.marker().slice().partition());
        }
        String json =
                value.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        return new Content.OfCatalog(environment, withoutKeys(catalog), json, witnessed(record));
    }

    /** A hint that cannot be read is none, and keeps nothing from being stored. */
    private Optional<Witnessed> witnessed(ConsumerRecord<byte[], byte[]> record) {
        Optional<byte[]> header = ByteHeaders.get(record.headers(), RecordCodec.WITNESSED_HEADER);
        try {
            return header.isPresent() ? Optional.of(codec.decodeWitnessed(header.get())) : Optional.empty();
        } catch (MalformedRecordException malformed) {
            LOG.warn(
                    "{}-{} offset {}: {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    RecordCodec.WITNESSED_HEADER,
                    malformed.getMessage());
            return Optional.empty();
        }
    }

    /** The digests of keys are for readers of the topic that missed tombstones. */
    private static CatalogRecord withoutKeys(CatalogRecord record) {
        return record instanceof CatalogRecord.Marked marked
                ? new CatalogRecord.Marked(marked.marker().withKeys(Optional.empty()))
                : record;
    }
}
