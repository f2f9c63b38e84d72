package io.evenkeel.analyzer;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.analyzer.compare.Comparer;
import io.evenkeel.analyzer.compare.Snapshot;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.analyzer.topology.FakeCollector;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.embedded.fixture.KafkaFixture;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The analyzer on a real broker, stopped in every way. */
class ExactlyOnceTest {
    private static final int PARTITION = AnalyzerProcess.PARTITIONS - 1;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final KafkaFixture fixture = KafkaFixture.shared();
    private final KafkaSettings kafka =
            AnalyzerProcess.kafka(fixture.bootstrapServers(), fixture.uniquePrefix() + "analyzer");
    private final Broker broker = new Broker(kafka, PARTITION, PRODUCTION, STAGING);
    private final FakeCollector production = new FakeCollector(PRODUCTION, PARTITION, AnalyzerProcess.PARTITIONS);
    private final FakeCollector staging = new FakeCollector(STAGING, PARTITION, AnalyzerProcess.PARTITIONS);
    private final Random random = new Random(20261122);
    private Collection<CatalogObject> ours = List.of();
    private Collection<CatalogObject> theirs = List.of();
    private long rounds;

    @TempDir
    private Path directory;

    private Path state() throws IOException {
        return Files.createDirectories(directory.resolve("state"));
    }

    @BeforeEach
    void firstRound() {
        publishRound();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private void publishRound() {
        rounds++;
        ours = Worlds.world(random).values();
        theirs = Worlds.world(random).values();
        broker.publish(PRODUCTION, production.becomes(ours));
        broker.publish(STAGING, staging.becomes(theirs));
    }

    private void awaitLastRound() {
        await().atMost(LONG_ENOUGH).until(() -> broker.told().reached(rounds, rounds));
    }

    @Test
    void killedAnalyzerTellsNothingTwiceAndNothingLess() throws Exception {
        Process first = AnalyzerProcess.start(fixture.bootstrapServers(), kafka.topicPrefix(), state());
        try {
            awaitLastRound();
            for (int round = 0; round < 15; round++) {
                publishRound();
            }
        } finally {
            first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        for (int round = 0; round < 15; round++) {
            publishRound();
        }
        Process second = AnalyzerProcess.start(fixture.bootstrapServers(), kafka.topicPrefix(), state());
        try {
            awaitLastRound();
        } finally {
            second.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        List<DriftEvent> events = broker.events();
        assertThat(events).extracting(DriftEvent::id).doesNotHaveDuplicates();
        assertThat(lived(events)).isEqualTo(broker.told().open().keySet()).isEqualTo(differences());
    }

    @Test
    void cleanRestartIsQuickAndSilent() throws Exception {
        try (AnalyzerService service = new AnalyzerService(AnalyzerProcess.settings(state()), kafka)) {
            service.start();
            awaitLastRound();
            assertThat(service.trouble()).isEmpty();
        }
        List<DriftEvent> before = broker.events();
        assertThat(before).isNotEmpty();

        broker.publish(STAGING, staging);
        try (AnalyzerService service = new AnalyzerService(AnalyzerProcess.settings(state()), kafka)) {
            service.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> broker.told().reached(rounds, rounds + 1));
        }

        assertThat(broker.events()).isEqualTo(before);
        assertThat(broker.told().state()).hasValueSatisfying(now -> {
            assertThat(now.partition()).isEqualTo(PARTITION);
            assertThat(now.openDrifts()).isEqualTo(before.size());
        });
    }

    /** Replays the events as lives: nothing opens twice, nothing changes or ends that was not open. */
    private static Set<String> lived(List<DriftEvent> events) {
        Set<String> open = new HashSet<>();
        for (DriftEvent event : events) {
            String key = event.drift().difference().key().toString();
            switch (event.type()) {
                case OPENED -> assertThat(open.add(key)).as("%s opens", key).isTrue();
                case CHANGED -> assertThat(open).as("%s changes", key).contains(key);
                case RESOLVED -> assertThat(open.remove(key)).as("%s ends", key).isTrue();
            }
        }
        return open;
    }

    private Set<String> differences() {
        Set<String> keys = new HashSet<>();
        Comparer.compare(
                        new Snapshot(Worlds.side(PRODUCTION, 17), List.copyOf(ours)),
                        new Snapshot(Worlds.side(STAGING, 17), List.copyOf(theirs)),
                        Tolerances.NONE)
                .findings()
                .forEach(finding -> keys.add(finding.difference().key().toString()));
        return keys;
    }
}
