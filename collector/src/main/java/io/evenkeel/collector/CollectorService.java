package io.evenkeel.collector;

import io.evenkeel.collector.publish.Publisher;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.collector.schedule.EnvironmentCollector;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects all environments of the settings, each in a loop of its own. */
public final class CollectorService implements Service {
    private final CollectorSettings settings;
    private final KafkaClients clients;
    private final List<EnvironmentCollector> collectors;

    public CollectorService(CollectorSettings settings, KafkaClients clients, InstantSource clock) {
        this.settings = settings;
        this.clients = clients;
        KindLibrary bundled = KindLibrary.bundled();
        KindLibrary library = settings.kindsDirectory().map(bundled::with).orElse(bundled);
        RedactionKey key = settings.key().load();
        this.collectors = settings.environments().stream()
                .map(environment -> new EnvironmentCollector(
                        environment.environment(),
                        environment.schedule(),
                        new CatalogReader(environment.connection(), library, environment.reading(key), clock),
                        new Publisher(environment.environment(), clients),
                        clock))
                .toList();
    }

    /** Makes sure of the topics, then starts to collect; throws if Kafka is not as it has to be. */
    @Override
    public void start() {
        Topics topics = new Topics(clients.settings().topicPrefix());
        new TopicCheck(clients)
                .ensure(settings.environments().stream()
                        .map(environment -> TopicSpec.compacted(
                                topics.catalog(environment.environment()),
                                clients.settings().partitions()))
                        .toList());
        collectors.forEach(EnvironmentCollector::start);
    }

    @Override
    public Optional<String> trouble() {
        String all = collectors.stream()
                .flatMap(collector -> collector.trouble().stream())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    @Override
    public void close() {
        collectors.parallelStream().forEach(EnvironmentCollector::close);
    }
}
