package io.evenkeel.collector;

import io.evenkeel.collector.publish.Publisher;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.collector.schedule.Bulkhead;
import io.evenkeel.collector.schedule.EnvironmentCollector;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.runtime.kafka.KafkaClients;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The environments that this process collects now, each in a loop of its own. One thread opens and closes them. */
final class Fleet implements AutoCloseable {
    // so many may have a thread of the system each, which takes less of the processor, and more memory
    private static final int FEW = 8;

    private final CollectorSettings settings;
    private final KafkaClients clients;
    private final InstantSource clock;
    private final KindLibrary library;
    private final RedactionKey key;
    private final Bulkhead bulkhead;
    private final Map<Environment, EnvironmentCollector> running = new ConcurrentSkipListMap<>();

    Fleet(CollectorSettings settings, KafkaClients clients, InstantSource clock) {
        this.settings = settings;
        this.clients = clients;
        this.clock = clock;
        KindLibrary bundled = KindLibrary.bundled();
        this.library = settings.kindsDirectory().map(bundled::with).orElse(bundled);
        this.key = settings.key().load();
        this.bulkhead = new Bulkhead(settings.readingsAtOnce());
    }

    /** Starts those of the environments that are in the settings and do not run yet. */
    void open(Collection<Environment> environments) {
        for (EnvironmentSettings each : settings.environments()) {
            if (environments.contains(each.environment()) && !running.containsKey(each.environment())) {
                EnvironmentCollector collector = collector(each);
                running.put(each.environment(), collector);
                collector.start();
            }
        }
    }

    private EnvironmentCollector collector(EnvironmentSettings each) {
        return new EnvironmentCollector(
                each.environment(),
                each.schedule(),
                databasesBeside(each),
                new CatalogReader(each.connection(), library, each.reading(key), clock),
                new Publisher(each.environment(), clients, each.otherServer()),
                clock,
                bulkhead,
                settings.share(),
                settings.environments().size() > FEW
                        ? Thread.ofVirtual()
                        : Thread.ofPlatform().daemon());
    }

    /** How many environments are databases of its server, in whatever process. */
    private int databasesBeside(EnvironmentSettings one) {
        return (int) settings.environments().stream()
                .filter(each ->
                        each.connection().hosts().equals(one.connection().hosts()))
                .count();
    }

    /** Stops those of the environments that run, side by side, and returns when they have stopped. */
    void close(Collection<Environment> environments) {
        List<EnvironmentCollector> closing = new ArrayList<>();
        environments.forEach(
                environment -> Optional.ofNullable(running.remove(environment)).ifPresent(closing::add));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            closing.forEach(collector -> threads.execute(collector::close));
        }
    }

    int size() {
        return running.size();
    }

    void ask(CollectorRequest request) {
        Optional.ofNullable(running.get(request.environment())).ifPresent(collector -> collector.ask(request.action()));
    }

    /** Whether other collectors have taken over all that ran here. */
    boolean isTakenOver() {
        return !running.isEmpty()
                && running.values().stream()
                        .allMatch(collector -> collector.fenced().isPresent());
    }

    Optional<String> trouble() {
        String all = running.values().stream()
                .flatMap(collector -> collector.trouble().stream())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    @Override
    public void close() {
        close(List.copyOf(running.keySet()));
    }
}
