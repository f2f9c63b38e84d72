package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a server says of itself, by SQLSTATE. Beside it: {@link FaultsTest} (refused, silent, without rights, locked, timed
 * out), {@link NetworkFaultsTest} (hung, slow, cut), {@link ConcurrentDdlTest} (races), {@code PoolerTest} in
 * system-test (poolers), {@link SqlAsciiTest} (bytes that are no text),
 * {@code OversizeTest} (huge objects), {@code PublisherTest} (two collectors), {@code MajorsTest}
 * and {@code DumpRestoreTest} in system-test (upgrade, restore).
 *
 * <p>Not here, because no test machine of ours can do it: a minor upgrade that replaces libraries under a running server
 * (what it looks like, an error while one kind is read, is {@code 58P01} below), a full disk and a lack of memory of the
 * server (a function raises their SQLSTATEs), a server that starts up (a fake one refuses the login as it does).
 */
final class SqlStatesTest {
    private static final PostgresFixture POSTGRES = PostgresFixture.of(17);
    private static final Database DATABASE = POSTGRES.createDatabase();
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));

    @BeforeAll
    static void fill() {
        DATABASE.execute("""
                CREATE FUNCTION fail(state text) RETURNS text LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'as told' USING ERRCODE = state; END $$
                """, "CREATE TABLE boat (id integer PRIMARY KEY)");
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static Reading read(ConnectionSettings settings, KindLibrary library) {
        return CatalogReader.once(settings.within(SHORT), library, Corpus.READING, InstantSource.system());
    }

    private static Failure failure(ConnectionSettings settings) {
        Reading reading = read(settings, KindLibrary.bundled());
        assertThat(reading).isInstanceOf(Reading.Failed.class);
        return ((Reading.Failed) reading).failure();
    }

    private static KindLibrary with(Path directory, String sql) throws IOException {
        Files.writeString(
                directory.resolve("own_thing.sql"),
                "-- description: A thing\n-- category: code\n-- severity: info\n-- order: 1\n" + sql);
        return KindLibrary.bundled().with(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "57P03, starting, the database system is starting up",
        "57P03, starting, the database system is in recovery mode",
        "53300, overloaded, sorry too many clients already",
        "53200, overloaded, out of memory",
        "28000, authentication, no pg_hba.conf entry for host",
        "28P01, authentication, password authentication failed",
        "3D000, authentication, database \"d\" does not exist",
        "0A000, authentication, unsupported frontend protocol",
        "08P01, authentication, unsupported startup parameter: options",
        "57P01, unreachable, terminating connection due to administrator command",
        "XX000, error, could not load library"
    })
    void refusedLoginHasAReasonAndARemedy(String state, String reason, String message) throws IOException {
        try (FakeServer server = new FakeServer(state, message)) {
            Failure failure = failure(ConnectionSettings.parse(
                    "postgresql://u@127.0.0.1:" + server.port() + "/d?sslmode=disable",
                    Optional.of(new Secret("CANARY"))));
            assertThat(failure.reason().word()).isEqualTo(reason);
            assertThat(failure.detail())
                    .contains(message, "SQLSTATE " + state, "; ")
                    .doesNotContain("CANARY");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "42501, permission",
        "55P03, locked",
        "57014, timeout",
        "22021, encoding",
        "40001, concurrent_ddl",
        "40P01, concurrent_ddl",
        "42P01, concurrent_ddl",
        "42883, concurrent_ddl",
        "XX000, error",
        "XX001, error",
        "58030, error",
        "58P01, error",
        "P0001, error"
    })
    void faultWhileOneKindIsReadCostsThatKind(String state, String reason, @TempDir Path directory) throws IOException {
        Reading reading =
                read(Corpus.settings(DATABASE), with(directory, "SELECT public.fail('" + state + "') AS id_name"));
        assertThat(reading).isInstanceOfSatisfying(Reading.Complete.class, complete -> {
            assertThat(complete.unread())
                    .extracting(unread -> unread.reason().word())
                    .containsExactly(reason);
            assertThat(complete.unread().getFirst().detail()).contains("SQLSTATE " + state);
            assertThat(complete.objects().keySet())
                    .anyMatch(key -> key.toString().equals("table public.boat"));
        });
    }

    @ParameterizedTest
    @CsvSource({"cache lookup failed for relation 4711", "could not open relation with OID 4711"})
    void internalErrorOfARaceIsNoErrorOfTheNextRound(String message, @TempDir Path directory) throws IOException {
        // no rollback gives up a session's lock: it tells the second call of a session from the first
        DATABASE.execute("""
                CREATE OR REPLACE FUNCTION race(message text) RETURNS text LANGUAGE plpgsql AS $$
                BEGIN
                  IF EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) THEN
                    RETURN 'settled';
                  END IF;
                  PERFORM pg_advisory_lock(4711);
                  RAISE EXCEPTION USING ERRCODE = 'XX000', MESSAGE = message;
                END $$
                """);
        Reading reading =
                read(Corpus.settings(DATABASE), with(directory, "SELECT public.race('" + message + "') AS id_name"));
        assertThat(reading).isInstanceOfSatisfying(Reading.Complete.class, complete -> {
            assertThat(complete.unread()).isEmpty();
            assertThat(complete.objects().keySet())
                    .anyMatch(key -> key.toString().equals("own_thing settled"));
        });
    }

    @ParameterizedTest
    @CsvSource({"53100", "53200", "53400"})
    void serverThatLacksSomethingIsLeftAlone(String state, @TempDir Path directory) throws IOException {
        Reading reading =
                read(Corpus.settings(DATABASE), with(directory, "SELECT public.fail('" + state + "') AS id_name"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure().reason()).isEqualTo(UnknownReason.OVERLOADED));
    }

    @Test
    void roleWithoutFreeConnectionsIsOverloaded() {
        PostgresFixture.Role role = POSTGRES.createRole();
        DATABASE.execute("ALTER ROLE " + role.name() + " CONNECTION LIMIT 0");
        Failure failure = failure(Corpus.settings(DATABASE, role));
        assertThat(failure.reason()).isEqualTo(UnknownReason.OVERLOADED);
        assertThat(failure.detail()).contains("53300", "CONNECTION LIMIT");
    }

    @Test
    void statementThatAnAdministratorCancelsIsCancelled(@TempDir Path directory) throws Exception {
        KindLibrary library = with(directory, "SELECT pg_sleep(4)::text AS id_name");
        CompletableFuture<Reading> reading =
                CompletableFuture.supplyAsync(() -> read(Corpus.settings(DATABASE), library));
        await().until(() -> isCancelled("SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                + " WHERE query LIKE '%pg_sleep(4)%' AND wait_event = 'PgSleep' AND pid <> pg_backend_pid()"));
        assertThat(reading.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Reading.Complete.class,
                        complete -> assertThat(complete.unread())
                                .extracting(Unread::reason)
                                .containsExactly(UnknownReason.CANCELLED));
    }

    private static boolean isCancelled(String sql) throws Exception {
        try (Connection connection = DATABASE.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    @Test
    void connectionsThatAreTerminatedAllTheTimeNeverMakeAShorterCatalog() throws Exception {
        try (CatalogReader reader = new CatalogReader(
                Corpus.settings(DATABASE), KindLibrary.bundled(), Corpus.READING, InstantSource.system())) {
            int objects = ((Reading.Complete) reader.read()).objects().size();
            CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 30; i++) {
                    DATABASE.execute("SELECT pg_sleep(0.1), pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                }
            });
            int lost = 0;
            while (!killer.isDone()) {
                switch (reader.read()) {
                    case Reading.Complete complete ->
                        assertThat(complete.objects()).hasSize(objects);
                    case Reading.Failed failed -> {
                        assertThat(failed.failure().reason()).isEqualTo(UnknownReason.UNREACHABLE);
                        lost++;
                    }
                }
            }
            killer.get();
            assertThat(lost).isPositive();
            // the last kill may have met the connection at rest
            await().untilAsserted(() -> assertThat(reader.read()).isInstanceOf(Reading.Complete.class));
        }
    }

    @Test
    void droppedDatabaseIsToldAsSuch() {
        Database doomed = POSTGRES.createDatabase();
        try (CatalogReader reader = new CatalogReader(
                Corpus.settings(doomed), KindLibrary.bundled(), Corpus.READING, InstantSource.system())) {
            assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);
            doomed.close();
            assertThat(reader.pulse()).isInstanceOf(Pulse.Lost.class);
            assertThat(reader.pulse())
                    .isInstanceOfSatisfying(
                            Pulse.Lost.class,
                            lost -> assertThat(lost.failure())
                                    .satisfies(failure ->
                                            assertThat(failure.detail()).contains("3D000"))
                                    .extracting(Failure::reason)
                                    .isEqualTo(UnknownReason.AUTHENTICATION));
        }
    }

    @Test
    void lockOnACatalogHoldsUpNoLoginForLong() throws Exception {
        try (Database database = POSTGRES.createDatabase();
                Connection locker = database.connect();
                var statement = locker.createStatement()) {
            locker.setAutoCommit(false);
            statement.execute("LOCK pg_class IN ACCESS EXCLUSIVE MODE");
            long start = System.nanoTime();
            Failure failure = failure(Corpus.settings(database));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(failure.reason()).isIn(UnknownReason.UNREACHABLE, UnknownReason.LOCKED);
            locker.rollback();
            assertThat(Corpus.read(Corpus.settings(database)).unread()).isEmpty();
        }
    }

    @Test
    void everyReasonHasItsWord() {
        assertThat(List.of(UnknownReason.values()))
                .allSatisfy(
                        reason -> assertThat(UnknownReason.of(reason.word())).isEqualTo(reason));
    }
}
