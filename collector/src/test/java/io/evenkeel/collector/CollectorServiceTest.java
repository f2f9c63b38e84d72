package io.evenkeel.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.publish.OtherServer;
import io.evenkeel.collector.publish.Topic;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Corpus;
import io.evenkeel.collector.read.Counting;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.collector.redact.Definitions;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.collector.schedule.Schedule;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CollectorServiceTest {
    private static final Schedule FAST =
            new Schedule(Duration.ofMillis(100), Duration.ofMinutes(5), Duration.ofSeconds(1));
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final RedactionKey KEY = RedactionKey.random();

    private final Topic topic = new Topic();

    private CollectorService service(ConnectionSettings connection) {
        EnvironmentSettings environment = new EnvironmentSettings(
                new Environment("harbour"),
                connection,
                FAST,
                Definitions.TEXT,
                Selection.DEFAULT,
                Counting.NONE,
                false,
                true,
                OtherServer.HOLD);
        return new CollectorService(
                new CollectorSettings(
                        List.of(environment),
                        Optional.empty(),
                        new RedactionKeySource(Optional.of(KEY), Path.of("unused"))),
                topic.clients(),
                Clock.systemUTC());
    }

    private boolean isRead() throws MalformedRecordException {
        return topic.newest().flatMap(SnapshotMarker::readAt).isPresent();
    }

    @Test
    void changesArriveAndARestartIsSilent() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute("CREATE TABLE boat (id integer)");
            try (CollectorService service = service(Corpus.settings(database))) {
                service.start();
                await().atMost(SOON).until(() -> topic.changes().contains("+column public.boat.id"));
                database.execute("ALTER TABLE boat ADD COLUMN sails integer");
                await().atMost(SOON).until(() -> topic.changes().contains("+column public.boat.sails"));
                database.execute("ALTER TABLE boat DROP COLUMN sails");
                await().atMost(SOON).until(() -> topic.changes().contains("-column public.boat.sails"));
                assertThat(service.trouble()).isEmpty();
            }
            List<String> before = topic.changes();
            long epoch = topic.newest().orElseThrow().epoch();
            try (CollectorService service = service(Corpus.settings(database))) {
                service.start();
                await().atMost(SOON).until(() -> topic.newest().orElseThrow().epoch() > epoch);
            }
            assertThat(topic.changes()).isEqualTo(before);
        }
    }

    @Test
    void lostServerIsAFailureThatPassesAndLosesNothing() throws Exception {
        PostgresFixture postgres = PostgresFixture.of(17);
        try (Database database = postgres.createDatabase()) {
            PostgresFixture.Role role = postgres.createRole();
            ConnectionSettings settings = ConnectionSettings.parse(
                    "postgresql://" + role.name() + ":" + role.password() + "@" + database.host() + ":"
                            + database.port() + "/" + database.name(),
                    Optional.empty());
            database.execute("CREATE TABLE boat (id integer)", "ALTER ROLE " + role.name() + " NOLOGIN");
            try (CollectorService service = service(settings)) {
                service.start();
                await().atMost(SOON)
                        .until(() -> topic.newest()
                                .flatMap(SnapshotMarker::failure)
                                .map(failure -> failure.reason() == UnknownReason.AUTHENTICATION)
                                .orElse(false));
                assertThat(topic.newest().orElseThrow().readAt()).isEmpty();
                database.execute("ALTER ROLE " + role.name() + " LOGIN");
                await().atMost(SOON).until(this::isRead);
                List<String> before = topic.changes();
                database.execute(
                        "ALTER ROLE " + role.name() + " NOLOGIN",
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role.name() + "'");
                await().atMost(SOON)
                        .until(() ->
                                topic.newest().flatMap(SnapshotMarker::failure).isPresent());
                database.execute("ALTER ROLE " + role.name() + " LOGIN");
                await().atMost(SOON)
                        .until(() ->
                                topic.newest().flatMap(SnapshotMarker::failure).isEmpty());
                assertThat(topic.changes()).isEqualTo(before);
            }
        }
    }

    @Test
    void secondCollectorTakesOverAndTheFirstSaysSo() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase();
                CollectorService first = service(Corpus.settings(database));
                CollectorService second = service(Corpus.settings(database))) {
            first.start();
            await().atMost(SOON).until(this::isRead);
            second.start();
            await().atMost(SOON).until(() -> first.trouble().isPresent());
            assertThat(first.trouble().orElseThrow()).contains("another collector has taken over environment harbour");
            assertThat(second.trouble()).isEmpty();
        }
    }
}
