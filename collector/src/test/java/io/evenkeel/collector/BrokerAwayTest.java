package io.evenkeel.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.publish.Topic;
import io.evenkeel.collector.read.Corpus;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker that goes and comes back. */
final class BrokerAwayTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void whatIsTrueWhenTheBrokerIsBackIsPublishedAndNothingElse() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute("CREATE TABLE boat (id integer)");
            EmbeddedKafka broker = EmbeddedKafka.start(directory);
            KafkaClients clients = new KafkaClients(
                    new KafkaSettings(broker.bootstrapServers(), "away", Topic.PARTITIONS, (short) 1, Map.of()));
            try (CollectorService service = Collectors.of(
                    clients, false, 2, Map.of("one", Corpus.settings(database), "two", Corpus.settings(database)))) {
                service.start();
                Topic one = Topic.of(clients, "one");
                Topic two = Topic.of(clients, "two");
                await().atMost(SOON)
                        .until(() -> one.newest()
                                        .flatMap(SnapshotMarker::readAt)
                                        .isPresent()
                                && two.newest().flatMap(SnapshotMarker::readAt).isPresent());
                List<String> before = one.changes();
                broker.close();
                database.execute(
                        "ALTER TABLE boat ADD COLUMN lost integer",
                        "ALTER TABLE boat DROP COLUMN lost",
                        "ALTER TABLE boat ADD COLUMN sails integer");
                await().atMost(SOON).until(() -> service.trouble().isPresent());
                broker = EmbeddedKafka.start(directory);
                await().atMost(SOON)
                        .until(() -> one.changes().contains("+column public.boat.sails")
                                && two.changes().contains("+column public.boat.sails"));
                assertThat(one.changes().subList(before.size(), one.changes().size()))
                        .isNotEmpty()
                        .noneMatch(change -> change.contains("lost"));
                await().atMost(SOON).until(() -> service.trouble().isEmpty());
            } finally {
                broker.close();
            }
        }
    }
}
