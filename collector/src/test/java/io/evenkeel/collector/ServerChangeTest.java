package io.evenkeel.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.publish.Topic;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.embedded.fixture.FaultProxy;
import io.evenkeel.embedded.fixture.Standby;
import io.evenkeel.runtime.kafka.KafkaClients;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind one address stand, in turn, a primary, its standby, the standby promoted, and a server of somebody else. */
final class ServerChangeTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String READER = "CREATE ROLE reader LOGIN PASSWORD 'aye'";

    private final KafkaClients clients = new Topic().clients();
    private final Topic topic = Topic.of(clients, "harbour");

    @TempDir
    private Path directory;

    private static void execute(EmbeddedPostgres server, String... texts) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    private Optional<ServerChange.What> change() throws MalformedRecordException {
        return topic.newest().flatMap(SnapshotMarker::serverChange).map(ServerChange::what);
    }

    private Optional<Failure> failure() throws MalformedRecordException {
        return topic.newest().flatMap(SnapshotMarker::failure);
    }

    private void awaitChange(ServerChange.What what) {
        await().atMost(SOON)
                .until(() -> change().equals(Optional.of(what)) && failure().isEmpty());
    }

    @Test
    void aFailoverIsToldAndAnotherServerIsHeldUntilItIsAccepted() throws Exception {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        EmbeddedPostgres primary =
                EmbeddedPostgres.builder().dataDirectory(first).start();
        execute(primary, READER, "CREATE TABLE boat (id integer)");
        try (FaultProxy proxy = new FaultProxy("127.0.0.1", primary.port());
                CollectorService service = Collectors.of(
                        clients,
                        false,
                        2,
                        Map.of("harbour", Collectors.settings(proxy.port(), "postgres", "reader", "aye")))) {
            service.start();
            await().atMost(SOON).until(() -> topic.changes().contains("+column public.boat.id"));
            List<String> before = topic.changes();
            Standby.copy(primary, first, second);
            primary.close();
            try (EmbeddedPostgres standby =
                    EmbeddedPostgres.builder().dataDirectory(second).start()) {
                proxy.moveTo(standby.port());
                proxy.reset();
                awaitChange(ServerChange.What.OTHER_ROLE);
                execute(standby, "SELECT pg_promote()");
                awaitChange(ServerChange.What.PROMOTED);
                assertThat(topic.changes()).isEqualTo(before);
                execute(standby, "ALTER TABLE boat ADD COLUMN sails integer");
                await().atMost(SOON).until(() -> topic.changes().contains("+column public.boat.sails"));
            }
            strangerIsHeldUntilItIsAccepted(proxy);
        }
    }

    private void strangerIsHeldUntilItIsAccepted(FaultProxy proxy) throws Exception {
        List<String> before = topic.changes();
        try (EmbeddedPostgres stranger = EmbeddedPostgres.builder().major(16).start()) {
            execute(stranger, READER, "CREATE TABLE tram (id integer)");
            proxy.moveTo(stranger.port());
            proxy.reset();
            await().atMost(SOON)
                    .until(() -> failure().map(Failure::reason).equals(Optional.of(UnknownReason.WRONG_DATABASE)));
            assertThat(topic.changes()).isEqualTo(before);
            CollectorRequest accept = new CollectorRequest(
                    new Environment("harbour"),
                    CollectorRequest.Action.ACCEPT_SERVER,
                    "once",
                    Instant.parse("2026-11-22T10:00:00Z"));
            CollectorRequests.Answer answer = new CollectorRequests(clients).ask(accept, SOON);
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            CollectorRequests.Answer.Done.class,
                            done -> assertThat(done.objects()).isPositive());
            assertThat(topic.changes()).contains("+column public.tram.id", "-column public.boat.id");
            awaitChange(ServerChange.What.REPLACED);
        }
    }
}
