package io.evenkeel.collector;

import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the environments of the settings: all of them, or those that fall to this process. */
public final class CollectorService implements Service {
    private final CollectorSettings settings;
    private final KafkaClients clients;
    private final Fleet fleet;
    private final Assignments assignments;

    public CollectorService(CollectorSettings settings, KafkaClients clients, InstantSource clock) {
        this.settings = settings;
        this.clients = clients;
        this.fleet = new Fleet(settings, clients, clock);
        this.assignments = new Assignments(settings, clients, fleet);
    }

    /** Makes sure of the topics, then starts to collect; throws if Kafka is not as it has to be. */
    @Override
    public void start() {
        Topics topics = new Topics(clients.settings().topicPrefix());
        Stream<TopicSpec> catalogs = settings.environments().stream()
                .map(environment -> TopicSpec.compacted(
                        topics.catalog(environment.environment()),
                        clients.settings().partitions()));
        new TopicCheck(clients)
                .ensure(Stream.concat(catalogs, Stream.of(CollectorRequests.topic(topics)))
                        .toList());
        assignments.start();
    }

    /** How many environments this process collects now. */
    int collects() {
        return fleet.size();
    }

    /**
     * Why it is of no more use to go on: other collectors have taken over everything. One that shares its environments
     * never ends by itself.
     */
    public Optional<String> ended() {
        return !settings.share() && fleet.isTakenOver() ? fleet.trouble() : Optional.empty();
    }

    @Override
    public Optional<String> trouble() {
        String all = Stream.concat(assignments.trouble().stream(), fleet.trouble().stream())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    @Override
    public void close() {
        assignments.close();
        fleet.close();
    }
}
