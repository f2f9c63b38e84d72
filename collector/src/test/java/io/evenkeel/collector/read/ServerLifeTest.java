package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.probe.CatalogProbe;
import io.evenkeel.collector.probe.Verdict;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.embedded.fixture.FaultProxy;
import io.evenkeel.embedded.fixture.Standby;
import io.evenkeel.runtime.settings.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that restarts, crashes, is followed by a standby, and is replaced by it while it is read. */
final class ServerLifeTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CUTS = 6;

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres primary;

    @BeforeAll
    static void start() throws SQLException {
        primary = started();
        execute(primary, "CREATE TABLE boat (id integer)", "CREATE VIEW fleet AS SELECT id FROM boat");
    }

    @AfterAll
    static void stop() {
        primary.close();
    }

    private static EmbeddedPostgres started() {
        return EmbeddedPostgres.builder()
                .dataDirectory(directory.resolve("primary"))
                .start();
    }

    private static void execute(EmbeddedPostgres server, String... texts) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    /** A reader and its probe, as an environment has them. */
    private static final class Watch implements AutoCloseable {
        private final CatalogReader reader;
        private final CatalogProbe probe;

        Watch(int port, EmbeddedPostgres login) {
            reader = new CatalogReader(
                    ConnectionSettings.parse(
                            "postgresql://%s@127.0.0.1:%d/postgres".formatted(login.user(), port),
                            Optional.of(new Secret(login.password()))),
                    KindLibrary.bundled(),
                    Corpus.READING,
                    InstantSource.system());
            probe = new CatalogProbe(reader::pulse);
        }

        Verdict check() {
            return probe.check();
        }

        /** Reads everything, until nothing moves any more: sessions that ended tell their counters late. */
        Watch settled() {
            await().atMost(SOON).untilAsserted(() -> {
                probe.check();
                probe.accept(Corpus.complete(reader.read()).snapshot());
                assertThat(probe.check()).isEqualTo(new Verdict.Unchanged());
            });
            return this;
        }

        /** What a look at what moved finds. */
        Map<ObjectKey, CatalogObject> look() {
            Refreshed refreshed = reader.refresh();
            assertThat(refreshed).isInstanceOf(Refreshed.Read.class);
            return Corpus.complete(((Refreshed.Read) refreshed).reading()).objects();
        }

        void awaitCheck(Class<? extends Verdict> expected) {
            await().atMost(SOON).untilAsserted(() -> assertThat(check()).isInstanceOf(expected));
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private static Watch watch(EmbeddedPostgres server) {
        return new Watch(server.port(), server);
    }

    private static void assertThatHasColumn(Map<ObjectKey, CatalogObject> objects, String column) {
        assertThat(objects.keySet()).extracting(ObjectKey::toString).contains("column public.boat." + column);
    }

    @Test
    void afterARestartEverythingIsInDoubt() throws SQLException {
        try (Watch watch = watch(primary).settled()) {
            execute(primary, "ALTER TABLE boat ADD COLUMN restarted integer");
            primary.close();
            assertThat(watch.check()).isInstanceOf(Verdict.Lost.class);
            primary = started();
            watch.awaitCheck(Verdict.Doubt.class);
            assertThatHasColumn(watch.look(), "restarted");
        }
    }

    @Test
    void afterACrashEverythingIsInDoubtAlsoWithoutItsCounters() throws Exception {
        try (Watch watch = watch(primary);
                Connection victim = primary.connect("postgres");
                Statement statement = victim.createStatement()) {
            // what the counters have to lose
            statement.execute("CREATE TABLE wreck (id integer)");
            statement.execute("SELECT pg_stat_force_next_flush()");
            watch.settled();
            statement.execute("ALTER TABLE boat ADD COLUMN crashed integer");
            assertThat(kill(process(statement))).isZero();
            watch.awaitCheck(Verdict.Lost.class);
            watch.awaitCheck(Verdict.Doubt.class);
            assertThatHasColumn(watch.look(), "crashed");
        }
    }

    private static String process(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()::text")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int kill(String process) throws Exception {
        return new ProcessBuilder("kill", "-9", process).start().waitFor();
    }

    @Test
    void ddlOfASessionThatStaysOpenIsFoundBeforeItsCountersAre() throws SQLException {
        try (Watch watch = watch(primary).settled();
                Connection connection = primary.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (int change = 0; change < 3; change++) {
                // the second within a second is counted late
                statement.execute("ALTER TABLE boat ADD COLUMN late" + change + " integer");
                assertThat(watch.check()).isIn(new Verdict.Committed(), new Verdict.Moved());
                assertThatHasColumn(watch.look(), "late" + change);
            }
        }
    }

    @Test
    void aStandbyIsWatchedWithoutCountersAndMayTakeOverInTheMiddleOfAReading() throws Exception {
        Path second = directory.resolve("standby");
        try (EmbeddedPostgres standby = Standby.of(primary, directory.resolve("primary"), second)) {
            try (Watch watch = watch(standby).settled()) {
                execute(primary, "ALTER TABLE boat ADD COLUMN streamed integer");
                watch.awaitCheck(Verdict.Committed.class);
                assertThatHasColumn(watch.look(), "streamed");
                watch.settled();
                assertThat(watch.check()).isEqualTo(new Verdict.Unchanged());
                execute(standby, "SELECT pg_promote()");
                watch.awaitCheck(Verdict.Doubt.class);
            }
            // what the former primary has and its successor has not
            execute(primary, "ALTER TABLE boat ADD COLUMN lost integer", "DROP VIEW fleet");
            execute(standby, "ALTER TABLE boat ADD COLUMN gained integer");
            takeOverInTheMiddle(standby);
        }
    }

    /** The address moves to the other server at many points of a reading: it is never a mixture of both. */
    private static void takeOverInTheMiddle(EmbeddedPostgres successor) throws Exception {
        Map<ObjectKey, CatalogObject> expected = read(successor);
        assertThat(expected.keySet()).isNotEqualTo(read(primary).keySet());
        try (FaultProxy proxy = new FaultProxy("127.0.0.1", primary.port());
                Watch watch = new Watch(proxy.port(), primary)) {
            Corpus.complete(watch.reader.read());
            long bytes = proxy.sent();
            for (int cut = 1; cut < CUTS; cut++) {
                proxy.moveTo(primary.port());
                assertThat(watch.reader.pulse()).isInstanceOf(Pulse.Beat.class);
                proxy.moveTo(successor.port());
                proxy.cutAfter(bytes * cut / (CUTS + 1));
                assertThat(watch.reader.read())
                        .as("cut %s", cut)
                        .isInstanceOfSatisfying(
                                Reading.Failed.class,
                                failed -> assertThat(failed.failure().reason()).isEqualTo(UnknownReason.UNREACHABLE));
                proxy.heal();
                assertThat(watch.look().keySet()).isEqualTo(expected.keySet());
                watch.close();
            }
        }
    }

    private static Map<ObjectKey, CatalogObject> read(EmbeddedPostgres server) {
        try (Watch watch = watch(server)) {
            return Corpus.complete(watch.reader.read()).objects();
        }
    }
}
