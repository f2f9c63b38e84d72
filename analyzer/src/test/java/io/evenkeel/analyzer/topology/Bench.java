package io.evenkeel.analyzer.topology;

import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.DriftRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.contract.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker, and what it has told so far. */
final class Bench implements AutoCloseable {
    static final Topics TOPICS = new Topics("evenkeel");

    private final TopologyTestDriver driver;
    private final RecordCodec codec = new RecordCodec();
    private final List<DriftEvent> events = new ArrayList<>();
    private final List<ComparisonState> states = new ArrayList<>();
    private final Map<String, Drift> open = new LinkedHashMap<>();
    private final List<DriftRecord> driftRecords = new ArrayList<>();

    Bench(Comparison... comparisons) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(
                AnalyzerTopology.build(TOPICS, untolerated(comparisons), 1, AnalyzerTopology.Keep.MEMORY),
                properties,
                Instant.parse("2026-11-22T13:00:00Z"));
    }

    private static Map<Comparison, Tolerances> untolerated(Comparison... comparisons) {
        return Arrays.stream(comparisons).collect(Collectors.toMap(each -> each, each -> Tolerances.NONE));
    }

    /** Closes this one and starts another on its state, as a changelog would restore it. */
    Bench restart(Comparison... comparisons) {
        Bench successor = new Bench(comparisons);
        for (String name : List.of(ObjectStore.NAME, DriftStore.NAME, StateStore.NAME)) {
            KeyValueStore<Bytes, byte[]> restored = successor.driver.getKeyValueStore(name);
            try (KeyValueIterator<Bytes, byte[]> entries =
                    driver.<Bytes, byte[]>getKeyValueStore(name).all()) {
                entries.forEachRemaining(entry -> restored.put(entry.key, entry.value));
            }
        }
        close();
        return successor;
    }

    Bench publish(Environment environment, List<WireRecord> records) {
        records.forEach(record -> publish(environment, record));
        return this;
    }

    Bench publish(Environment environment, WireRecord record) {
        TestInputTopic<byte[], byte[]> topic = driver.createInputTopic(
                TOPICS.catalog(environment), new ByteArraySerializer(), new ByteArraySerializer());
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        topic.pipeInput(new TestRecord<>(record.key(), record.value().orElse(null), headers, Instant.EPOCH));
        return drain();
    }

    /** Bytes as no collector writes them. */
    Bench poison(Environment environment, String key, String value) {
        return publish(
                environment,
                new WireRecord(
                        key.getBytes(StandardCharsets.UTF_8),
                        Optional.of(value.getBytes(StandardCharsets.UTF_8)),
                        Map.of(RecordCodec.ROOT_HEADER, "[\"public\",\"t\"]")));
    }

    /** Lets wall-clock time pass, once for every time that the topology wants to wake up. */
    Bench passTime() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        return drain();
    }

    private Bench drain() {
        try {
            for (TestRecord<byte[], byte[]> record : read(TOPICS.events())) {
                events.add(codec.decodeEvent(record.value()));
            }
            for (TestRecord<byte[], byte[]> record : read(TOPICS.drift())) {
                see(codec.decodeDrift(record.key(), Optional.ofNullable(record.value())));
            }
        } catch (MalformedRecordException malformed) {
            throw new AssertionError("the analyzer writes what nobody can read", malformed);
        }
        return this;
    }

    private List<TestRecord<byte[], byte[]>> read(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private void see(DriftRecord record) {
        driftRecords.add(record);
        switch (record) {
            case DriftRecord.Open opened ->
                open.put(
                        name(
                                opened.drift().comparison(),
                                opened.drift().difference().key()),
                        opened.drift());
            case DriftRecord.Closed closed -> open.remove(name(closed.comparison(), closed.key()));
            case DriftRecord.Evaluated evaluated -> states.add(evaluated.state());
            case DriftRecord.Retired retired ->
                states.removeIf(state -> state.comparison().equals(retired.comparison()));
        }
    }

    private static String name(Comparison comparison, Object key) {
        return comparison + ": " + key;
    }

    /** The events since the last call. */
    List<DriftEvent> events() {
        List<DriftEvent> told = List.copyOf(events);
        events.clear();
        return told;
    }

    /** What a reader of the compacted topic sees. */
    List<Drift> open() {
        return List.copyOf(open.values());
    }

    List<ComparisonState> states() {
        return List.copyOf(states);
    }

    ComparisonState lastState() {
        return states.getLast();
    }

    List<DriftRecord> driftRecords() {
        return List.copyOf(driftRecords);
    }

    double metric(String name) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
    }
}
