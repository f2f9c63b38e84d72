package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultsTest {
    private static final PostgresFixture POSTGRES = PostgresFixture.of(17);
    private static final Database DATABASE = POSTGRES.createDatabase();

    @BeforeAll
    static void fill() {
        Corpus.fill(DATABASE, 17);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static Failure failure(ConnectionSettings settings) {
        Reading reading = CatalogReader.once(settings, KindLibrary.bundled(), Corpus.READING, InstantSource.system());
        assertThat(reading).isInstanceOf(Reading.Failed.class);
        return ((Reading.Failed) reading).failure();
    }

    private static ConnectionSettings at(String user, String hostAndPort, String database) {
        return ConnectionSettings.parse(
                "postgresql://" + user + "@" + hostAndPort + "/" + database, Optional.of(new Secret("CANARY")));
    }

    private static String here() {
        return DATABASE.host() + ":" + DATABASE.port();
    }

    @Test
    void wrongPasswordIsSaidWithoutIt() {
        Failure failure = failure(at(DATABASE.user(), here(), DATABASE.name()));
        assertThat(failure.reason()).isEqualTo(UnknownReason.AUTHENTICATION);
        assertThat(failure.detail())
                .contains(here(), DATABASE.name(), "28P01", "pg_hba.conf")
                .doesNotContain("CANARY", "\n");
    }

    @Test
    void missingDatabaseAndRoleAreAuthentication() {
        assertThat(failure(Corpus.settings(DATABASE).as("nobody_here", Optional.of(new Secret("x"))))
                        .reason())
                .isEqualTo(UnknownReason.AUTHENTICATION);
        ConnectionSettings nowhere = ConnectionSettings.parse(
                "postgresql://" + DATABASE.user() + "@" + here() + "/nowhere",
                Optional.of(new Secret(DATABASE.password())));
        assertThat(failure(nowhere).reason()).isEqualTo(UnknownReason.AUTHENTICATION);
        assertThat(failure(nowhere).detail()).contains("3D000", "nowhere");
    }

    @Test
    void closedPortIsUnreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Failure failure = failure(at("u", "127.0.0.1:" + port, "d"));
        assertThat(failure.reason()).isEqualTo(UnknownReason.UNREACHABLE);
        assertThat(failure.detail()).contains("127.0.0.1:" + port, "check host, port and network");
    }

    @Test
    void silentServerIsGivenUpInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            long start = System.nanoTime();
            Failure failure = failure(at("u", "127.0.0.1:" + silent.getLocalPort(), "d")
                    .within(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1))));
            assertThat(failure.reason()).isEqualTo(UnknownReason.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void passwordComesFromThePasswordFileWhenNoneIsGiven(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("pgpass");
        Files.writeString(
                file,
                DATABASE.host() + ":" + DATABASE.port() + ":" + DATABASE.name() + ":" + DATABASE.user() + ":"
                        + DATABASE.password() + "\n");
        System.setProperty("org.postgresql.pgpassfile", file.toString());
        try {
            assertThat(Corpus.read(Corpus.settings(DATABASE).as(DATABASE.user(), Optional.empty()))
                            .objects())
                    .isNotEmpty();
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
        assertThat(failure(Corpus.settings(DATABASE).as(DATABASE.user(), Optional.empty()))
                        .reason())
                .isEqualTo(UnknownReason.AUTHENTICATION);
    }

    @Test
    void passwordFileIsReadForEachConnection(@TempDir Path directory) throws IOException {
        PostgresFixture.Role role = POSTGRES.createRole();
        Path file = Files.writeString(directory.resolve("password"), role.password() + "\n");
        ConnectionSettings settings = Corpus.settings(DATABASE, role).withPasswordFile(file);
        try (CatalogReader reader =
                new CatalogReader(settings, KindLibrary.bundled(), Corpus.READING, InstantSource.system())) {
            assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);
            DATABASE.execute(
                    "ALTER ROLE " + role.name() + " PASSWORD 'rotated'",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role.name() + "'");
            assertThat(reader.pulse()).isInstanceOf(Pulse.Lost.class);
            assertThat(reader.pulse())
                    .isInstanceOfSatisfying(
                            Pulse.Lost.class,
                            lost -> assertThat(lost.failure().reason()).isEqualTo(UnknownReason.AUTHENTICATION));
            Files.writeString(file, "rotated\n");
            assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);
        }
        Files.delete(file);
        assertThat(failure(settings)).satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(UnknownReason.AUTHENTICATION);
            assertThat(failure.detail()).contains("password file " + file, "NoSuchFileException");
        });
    }

    @Test
    void firstOfSeveralHostsThatAnswersIsTaken() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        ConnectionSettings settings = ConnectionSettings.parse(
                "postgresql://" + DATABASE.user() + "@127.0.0.1:" + closed + "," + here() + "/" + DATABASE.name()
                        + "?target_session_attrs=read-write&options=-c%20geqo%3Doff",
                Optional.of(new Secret(DATABASE.password())));
        assertThat(Corpus.read(settings).unread()).isEmpty();
        Failure failure = failure(ConnectionSettings.parse(
                "postgresql://" + DATABASE.user() + "@" + here() + "/" + DATABASE.name()
                        + "?target_session_attrs=standby",
                Optional.of(new Secret(DATABASE.password()))));
        assertThat(failure.reason()).isEqualTo(UnknownReason.UNREACHABLE);
    }

    @Test
    void nothingIsSetInTheSession() throws SQLException {
        try (Connection connection = Connections.open(Corpus.settings(DATABASE).calledUnlessNamed("evenkeel/test"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT coalesce(string_agg(name || ' ' || source, ', '), ''), current_setting('application_name')"
                                + " FROM pg_settings WHERE source = 'session'")) {
            rows.next();
            assertThat(rows.getString(1)).isEmpty();
            assertThat(rows.getString(2)).isEqualTo("evenkeel/test");
        }
    }

    @Test
    void migrationTableWithoutRightsIsUnreadAndSaysWhatToGrant() {
        PostgresFixture.Role bare = POSTGRES.createRole();
        Reading.Complete reading = Corpus.read(Corpus.settings(DATABASE, bare));
        assertThat(reading.unread()).extracting(Unread::reason).containsOnly(UnknownReason.PERMISSION);
        assertThat(reading.unread())
                .extracting(unread -> unread.kind().name())
                .containsOnly("migration", "migration_lock");
        for (String table : List.of("flyway_schema_history", "alembic_version")) {
            assertThat(unread(reading, table).detail())
                    .contains("GRANT USAGE ON SCHEMA app TO \"" + bare.name() + "\"")
                    .contains("GRANT SELECT ON app." + table);
        }
        assertThat(reading.objects().keySet()).noneMatch(key -> key.kind().equals(new ObjectKind("migration")));
    }

    private static Unread unread(Reading.Complete reading, String table) {
        return reading.unread().stream()
                .filter(unread -> unread.within().orElseThrow().contains(table))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void migrationTablesThatMayBeReadAreReadBesideOneThatMayNot() {
        PostgresFixture.Role role = POSTGRES.createRole();
        try (Database database = POSTGRES.createDatabase()) {
            database.execute(
                    "CREATE TABLE schema_migrations (version text, statements text[], name text)",
                    "CREATE TABLE alembic_version (version_num character varying(32) NOT NULL PRIMARY KEY)",
                    "INSERT INTO schema_migrations VALUES ('20250101000000')",
                    "INSERT INTO alembic_version VALUES ('a')",
                    "GRANT SELECT ON alembic_version TO " + role.name());
            Reading.Complete reading = Corpus.read(Corpus.settings(database, role));

            assertThat(reading.unread())
                    .extracting(Unread::within)
                    .containsExactly(Optional.of(List.of("supabase", "public", "schema_migrations")));
            assertThat(migrations(reading)).containsExactly("alembic");
            database.execute("GRANT SELECT ON schema_migrations TO " + role.name());
            assertThat(migrations(Corpus.read(Corpus.settings(database, role))))
                    .containsExactlyInAnyOrder("alembic", "supabase");
        }
    }

    @Test
    void migrationTablesThatMayNotBeReadAreToldTogetherWhereThereAreMany() {
        PostgresFixture.Role role = POSTGRES.createRole();
        try (Database database = POSTGRES.createDatabase()) {
            for (int tenant = 0; tenant <= 50; tenant++) {
                database.execute(
                        "CREATE SCHEMA tenant_" + tenant,
                        "CREATE TABLE tenant_" + tenant
                                + ".schema_migrations (version text, statements text[], name text)");
            }
            assertThat(Corpus.read(Corpus.settings(database, role)).unread())
                    .singleElement()
                    .satisfies(unread -> {
                        assertThat(unread.within()).isEmpty();
                        assertThat(unread.detail()).contains("tenant_1.").hasSizeLessThan(3_000);
                    });
        }
    }

    private static List<String> migrations(Reading.Complete reading) {
        return reading.objects().keySet().stream()
                .filter(key -> key.kind().equals(new ObjectKind("migration")))
                .map(key -> key.identity().getFirst())
                .toList();
    }

    @Test
    void rowLevelSecurityOnAMigrationTableIsUnreadInsteadOfEmpty() {
        PostgresFixture.Role role = POSTGRES.createRole();
        try (Database database = POSTGRES.createDatabase()) {
            database.execute(
                    "CREATE TABLE schema_migrations (version text, statements text[], name text)",
                    "INSERT INTO schema_migrations VALUES ('1')",
                    "ALTER TABLE schema_migrations ENABLE ROW LEVEL SECURITY",
                    "GRANT SELECT ON schema_migrations TO " + role.name());
            Reading.Complete reading = Corpus.read(Corpus.settings(database, role));
            assertThat(reading.unread()).extracting(Unread::reason).containsExactly(UnknownReason.PERMISSION);
        }
    }

    @Test
    void lockedTableCostsAKindAndNeverAWait() throws SQLException {
        try (Connection locker = DATABASE.connect();
                var statement = locker.createStatement()) {
            locker.setAutoCommit(false);
            statement.execute("LOCK TABLE app.invoice IN ACCESS EXCLUSIVE MODE");
            long start = System.nanoTime();
            Reading.Complete reading = Corpus.read(Corpus.settings(DATABASE));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            assertThat(reading.unread()).isNotEmpty().allMatch(unread -> unread.reason() == UnknownReason.LOCKED);
            assertThat(reading.objects().keySet())
                    .anyMatch(key -> key.kind().name().equals("table"))
                    .noneMatch(key -> key.kind().name().equals("constraint"));
            locker.rollback();
        }
        assertThat(Corpus.read(Corpus.settings(DATABASE)).unread()).isEmpty();
    }

    @Test
    void slowKindIsATimeout(@TempDir Path directory) throws IOException {
        Reading.Complete reading = withOwnKind(
                directory,
                "SELECT pg_sleep(20)::text AS id_name",
                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1)));
        assertThat(reading.unread()).extracting(Unread::reason).containsExactly(UnknownReason.TIMEOUT);
    }

    @Test
    void mistakesInAKindsFileAreSaid(@TempDir Path directory) throws IOException {
        assertThat(mistake(directory, "SELECT 'a' AS id_name FROM generate_series(1, 2)"))
                .contains("own_thing.sql", "two rows are called own_thing a");
        assertThat(mistake(directory, "SELECT 'a' AS name")).contains("begins with id_");
        assertThat(mistake(directory, "SELECT 'a' AS id_name, now() AS at")).contains("column at", "cast it to text");
        assertThat(mistake(directory, "SELECT NULL::text AS id_name")).contains("id_name", "NULL");
        assertThat(mistake(directory, "SELECT 'a' AS id_name, 1 AS x, 2 AS x")).contains("column x stands twice");
        assertThat(mistake(directory, "SELECT nonsense AS id_name FROM pg_class"))
                .contains("42703");
    }

    private static String mistake(Path directory, String sql) throws IOException {
        List<Unread> unread = withOwnKind(directory, sql, Timeouts.DEFAULT).unread();
        assertThat(unread).hasSize(1);
        return unread.getFirst().detail();
    }

    private static Reading.Complete withOwnKind(Path directory, String sql, Timeouts timeouts) throws IOException {
        Files.writeString(
                directory.resolve("own_thing.sql"),
                "-- description: A thing\n-- category: code\n-- severity: info\n-- order: 1\n" + sql);
        Reading reading = CatalogReader.once(
                Corpus.settings(DATABASE).within(timeouts),
                KindLibrary.bundled().with(directory),
                Corpus.READING,
                InstantSource.system());
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        return (Reading.Complete) reading;
    }

    @Test
    void brokenConnectionIsReplacedAtTheNextReading() {
        try (CatalogReader reader = new CatalogReader(
                Corpus.settings(DATABASE), KindLibrary.bundled(), Corpus.READING, InstantSource.system())) {
            assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);
            DATABASE.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'evenkeel'");
            assertThat(reader.pulse()).isInstanceOf(Pulse.Lost.class);
            assertThat(reader.read()).isInstanceOf(Reading.Complete.class);
        }
    }

    @Test
    void noStateIsLeftOnTheConnection() {
        try (CatalogReader reader = new CatalogReader(
                Corpus.settings(DATABASE), KindLibrary.bundled(), Corpus.READING, InstantSource.system())) {
            assertThat(reader.read()).isInstanceOf(Reading.Complete.class);
            Pulse.Beat one = (Pulse.Beat) reader.pulse();
            assertThat(reader.pulse()).isEqualTo(one);
            DATABASE.execute("CREATE TABLE app.moved (a integer)", "DROP TABLE app.moved");
            assertThat(reader.pulse()).isNotEqualTo(one);
        }
    }
}
