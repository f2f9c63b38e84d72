package io.evenkeel.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.publish.Topic;
import io.evenkeel.collector.read.Corpus;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.KafkaFixture;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody deletes a topic under a collector, and may make it again. */
final class TopicMadeAnewTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everythingIsPublishedAgainOnATopicThatWasDeleted(boolean madeAnew) throws Exception {
        KafkaFixture kafka = KafkaFixture.shared();
        KafkaClients clients = new KafkaClients(new KafkaSettings(
                kafka.bootstrapServers(), kafka.uniquePrefix() + "anew", Topic.PARTITIONS, (short) 1, Map.of()));
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute("CREATE TABLE boat (id integer)");
            try (CollectorService service =
                    Collectors.of(clients, false, 1, Map.of("one", Corpus.settings(database)))) {
                service.start();
                Topic topic = Topic.of(clients, "one");
                await().atMost(SOON)
                        .until(() -> topic.standing()
                                .filter(keys -> keys.contains("table public.boat"))
                                .isPresent());
                Set<String> before = topic.standing().orElseThrow();

                topic.delete();
                if (madeAnew) {
                    topic.create();
                }

                await().atMost(SOON)
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(topic.standing()).contains(before));
                await().atMost(SOON).until(() -> service.trouble().isEmpty());
            }
        }
    }
}
