package io.evenkeel.analyzer;

import io.evenkeel.analyzer.topology.AnalyzerStreams;
import io.evenkeel.analyzer.topology.AnalyzerTopology;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import io.evenkeel.runtime.lifecycle.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins environments and emits drift until closed. */
public final class AnalyzerService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyzerService.class);

    private final AnalyzerSettings settings;
    private final KafkaSettings kafka;
    private final KafkaClients clients;
    private @Nullable AnalyzerStreams streams;

    public AnalyzerService(AnalyzerSettings settings, KafkaSettings kafka) {
        this.settings = settings;
        this.kafka = kafka;
        this.clients = new KafkaClients(kafka);
    }

    /**
     * Makes or checks the topics and starts to read.
     *
     * @throws io.evenkeel.runtime.kafka.KafkaSetupException if the topics are not as they have to be
     */
    @Override
    public synchronized void start() {
        if (settings.comparisons().isEmpty()) {
            LOG.warn("No comparison is configured: nothing is compared");
            return;
        }
        Topics topics = new Topics(kafka.topicPrefix());
        new TopicCheck(clients).ensure(topicSpecs(topics));
        AnalyzerStreams started = new AnalyzerStreams(
                AnalyzerTopology.build(topics, settings.tolerances(), kafka.partitions(), settings.keep()),
                properties());
        streams = started;
        started.start();
        LOG.info("Comparing {}", settings.comparisons());
    }

    private List<TopicSpec> topicSpecs(Topics topics) {
        Stream<TopicSpec> catalogs = settings.comparisons().stream()
                .flatMap((Comparison comparison) -> Stream.of(comparison.baseline(), comparison.target()))
                .distinct()
                .map(environment -> TopicSpec.compacted(topics.catalog(environment), kafka.partitions()));
        Stream<TopicSpec> ours = Stream.of(
                withLargeRecords(TopicSpec.compacted(topics.drift(), kafka.partitions())),
                withLargeRecords(
                        TopicSpec.appendOnly(topics.events(), kafka.partitions(), settings.eventsRetention())));
        return Stream.concat(catalogs, ours).toList();
    }

    private static TopicSpec withLargeRecords(TopicSpec spec) {
        Map<String, String> configs = new HashMap<>(spec.configs());
        configs.put("max.message.bytes", String.valueOf(AnalyzerTopology.RECORD_LIMIT));
        return new TopicSpec(spec.name(), spec.partitions(), configs);
    }

    private Properties properties() {
        Properties properties = clients.streamsProperties(kafka.topicPrefix() + "-analyzer", settings.stateDirectory());
        properties.put("num.stream.threads", settings.threads());
        return properties;
    }

    @Override
    public synchronized Optional<String> trouble() {
        if (settings.comparisons().isEmpty()) {
            return Optional.of("no comparison is configured: write comparisons: [{baseline: ..., target: ...}]");
        }
        return streams == null ? Optional.of("the analyzer is not started") : streams.trouble();
    }

    @Override
    public synchronized void close() {
        if (streams != null) {
            streams.close();
            streams = null;
        }
    }
}
