package io.evenkeel.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.publish.Topic;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Corpus;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.FaultProxy;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many environments in one collector, and in several. */
final class FleetTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final KafkaClients clients = new Topic().clients();

    private boolean isRead(String environment) throws MalformedRecordException {
        return Topic.of(clients, environment)
                .newest()
                .flatMap(SnapshotMarker::readAt)
                .isPresent();
    }

    private void awaitChange(String environment, String change, Duration atMost) {
        await(change + " in " + environment)
                .atMost(atMost)
                .until(() -> Topic.of(clients, environment).changes().contains(change));
    }

    @Test
    void aSlowAndAHungServerDelayNobodyElse() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase();
                FaultProxy slow = new FaultProxy(database.host(), database.port());
                FaultProxy hung = new FaultProxy(database.host(), database.port());
                CollectorService service = Collectors.of(
                        clients,
                        false,
                        1,
                        Map.of(
                                "good", Corpus.settings(database),
                                "slow", behind(slow, database),
                                "hung", behind(hung, database)))) {
            slow.slow(150, 64 * 1024);
            hung.blackHole();
            database.execute("CREATE TABLE boat (id integer)");
            service.start();
            await().atMost(SOON).until(() -> isRead("good"));
            await().atMost(SOON)
                    .until(() -> Topic.of(clients, "hung")
                            .newest()
                            .flatMap(SnapshotMarker::failure)
                            .isPresent());
            for (int change = 0; change < 5; change++) {
                database.execute("ALTER TABLE boat ADD COLUMN sail_" + change + " integer");
                awaitChange("good", "+column public.boat.sail_" + change, Duration.ofSeconds(8));
            }
            await().atMost(SOON).until(() -> isRead("slow"));
            assertThat(Topic.of(clients, "hung")
                            .newest()
                            .orElseThrow()
                            .failure()
                            .orElseThrow()
                            .reason())
                    .isEqualTo(UnknownReason.UNREACHABLE);
        }
    }

    private static ConnectionSettings behind(FaultProxy proxy, Database database) {
        return Collectors.settings(proxy.port(), database.name(), database.user(), database.password());
    }

    @Test
    void collectorsShareTheEnvironmentsAndHandThemOver() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute("CREATE TABLE boat (id integer)");
            Map<String, ConnectionSettings> environments = new TreeMap<>();
            List<String> names =
                    IntStream.range(0, 12).mapToObj(i -> "berth-" + i).toList();
            names.forEach(name -> environments.put(name, Corpus.settings(database)));
            try (CollectorService first = Collectors.of(clients, true, 4, environments)) {
                first.start();
                await().atMost(SOON).until(() -> first.collects() == names.size());
                try (CollectorService second = Collectors.of(clients, true, 4, environments)) {
                    second.start();
                    await().atMost(SOON)
                            .until(() -> second.collects() > 0 && first.collects() + second.collects() == names.size());
                    database.execute("ALTER TABLE boat ADD COLUMN sails integer");
                    names.forEach(name -> awaitChange(name, "+column public.boat.sails", SOON));
                    assertThat(first.trouble()).isEmpty();
                    assertThat(second.trouble()).isEmpty();
                }
                await().atMost(Duration.ofSeconds(15)).until(() -> first.collects() == names.size());
                database.execute("ALTER TABLE boat DROP COLUMN sails");
                names.forEach(name -> awaitChange(name, "-column public.boat.sails", SOON));
                assertThat(first.trouble()).isEmpty();
            }
        }
    }
}
