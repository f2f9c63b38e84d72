package io.evenkeel.analyzer;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.analyzer.topology.FakeCollector;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.DriftEvent.Type;
import io.evenkeel.embedded.fixture.KafkaFixture;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog topic is deleted and made again under a running analyzer, on a real broker. */
class TopicMadeAnewTest {
    private static final int PARTITION = AnalyzerProcess.PARTITIONS - 1;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @Test
    void nothingIsConcludedFromATopicThatWasMadeAnew(@TempDir Path directory) throws Exception {
        KafkaFixture fixture = KafkaFixture.shared();
        KafkaSettings kafka = AnalyzerProcess.kafka(fixture.bootstrapServers(), fixture.uniquePrefix() + "anew");
        FakeCollector production = new FakeCollector(PRODUCTION, PARTITION, AnalyzerProcess.PARTITIONS);
        FakeCollector staging = new FakeCollector(STAGING, PARTITION, AnalyzerProcess.PARTITIONS);
        Random random = new Random(20261128);
        Collection<CatalogObject> ours = Worlds.world(random).values();
        try (Broker broker = new Broker(kafka, PARTITION, PRODUCTION, STAGING);
                AnalyzerService service = new AnalyzerService(AnalyzerProcess.settings(directory), kafka)) {
            service.start();
            broker.publish(PRODUCTION, production.becomes(ours));
            broker.publish(STAGING, staging.becomes(Worlds.world(random).values()));
            await().atMost(LONG_ENOUGH).until(() -> broker.told().reached(1, 1));
            List<DriftEvent> before = broker.events();
            assertThat(before).isNotEmpty();

            broker.makeAnew(STAGING);
            broker.publish(STAGING, staging);
            broker.publish(STAGING, staging.again());
            await().atMost(LONG_ENOUGH).until(() -> broker.told().reached(1, 3));
            assertThat(broker.events()).isEqualTo(before);

            broker.publish(STAGING, staging.becomes(ours));
            await().atMost(LONG_ENOUGH).until(() -> broker.told().reached(1, 4));
            assertThat(broker.told().open()).isEmpty();
            assertThat(broker.events().subList(before.size(), 2 * before.size()))
                    .extracting(DriftEvent::type)
                    .containsOnly(Type.RESOLVED);
            assertThat(broker.told().state())
                    .hasValueSatisfying(now -> assertThat(now.unknown()).isEmpty());
        }
    }
}
