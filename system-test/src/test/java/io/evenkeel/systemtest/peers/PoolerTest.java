package io.evenkeel.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.probe.CatalogProbe;
import io.evenkeel.collector.probe.Verdict;
import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Pulse;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.collector.read.ReadingOptions;
import io.evenkeel.collector.read.Refreshed;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.contract.snapshot.Access;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real PgBouncer in transaction mode whose one server connection an application shares with the collector. */
@Tag("peers")
class PoolerTest {
    private static final ReadingOptions OPTIONS = ReadingOptions.under(RedactionKey.random());
    private static final String LEFT_BEHIND = """
            SELECT 'setting ' || name || ' = ' || setting FROM pg_settings WHERE source = 'session' AND name <> 'application_name'
            UNION ALL SELECT 'prepared ' || name FROM pg_prepared_statements
            UNION ALL SELECT 'cursor ' || name FROM pg_cursors WHERE name <> ''
            UNION ALL SELECT 'channel ' || pg_listening_channels()
            UNION ALL SELECT 'advisory lock' FROM pg_locks WHERE locktype = 'advisory'
            UNION ALL SELECT 'temporary ' || relname FROM pg_class WHERE relpersistence = 't'
            UNION ALL SELECT 'read-only' WHERE current_setting('default_transaction_read_only')::boolean
            """;

    @TempDir
    private Path directory;

    private record Pooler(Process process, int port) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            process.destroy();
            process.waitFor();
        }
    }

    private Pooler start(Database database, String more) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path settings = Files.writeString(directory.resolve("pgbouncer.ini"), """
                [databases]
                app = host=%s port=%d dbname=%s user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 1
                %s
                """.formatted(
                database.host(), database.port(), database.name(), database.user(), database.password(), port, more));
        List<String> arguments = new ArrayList<>(List.of(settings.toString()));
        if (System.getProperty("user.name").equals("root")) {
            // it refuses to run as root
            arguments.addAll(0, List.of("-u", "nobody"));
        }
        Process process = Program.named("pgbouncer").start(directory.resolve("pgbouncer.log"), arguments);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        });
        return new Pooler(process, port);
    }

    private static CatalogReader reader(String host, int port, String database, Database login, Selection selection) {
        ConnectionSettings settings = ConnectionSettings.parse(
                "postgresql://%s@%s:%d/%s".formatted(login.user(), host, port, database),
                Optional.of(new Secret(login.password())));
        return new CatalogReader(
                settings, KindLibrary.bundled(), OPTIONS.withSelection(selection), InstantSource.system());
    }

    private static Reading.Complete whole(CatalogReader reader) {
        Reading reading = reader.read();
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        return (Reading.Complete) reading;
    }

    private static List<String> leftBehind(Connection application) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = application.createStatement();
                ResultSet rows = statement.executeQuery(LEFT_BEHIND)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** With and without leave for the one parameter that Java's driver wants to give at the login. */
    @ParameterizedTest
    @CsvSource({"ignore_startup_parameters = extra_float_digits, 1000", "'', 100"})
    void nothingIsLeftBehindInAThousandCycles(String more, int cycles) throws Exception {
        Selection few = new Selection(Profiles.DETECTED, true, Map.of(), true)
                .choosing(new Choice(List.of("table", "view"), List.of()), Choice.ALL);
        try (Database database = PostgresFixture.of(17).createDatabase();
                Pooler pooler = start(database, more)) {
            database.execute("CREATE TABLE boat (id bigint PRIMARY KEY)", "CREATE VIEW v AS SELECT id FROM boat");
            try (Connection application = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + pooler.port() + "/app?prepareThreshold=0");
                    CatalogReader direct =
                            reader(database.host(), database.port(), database.name(), database, Selection.DEFAULT);
                    CatalogReader pooled = reader("127.0.0.1", pooler.port(), "app", database, Selection.DEFAULT);
                    CatalogReader cycling = reader("127.0.0.1", pooler.port(), "app", database, few)) {
                try (Statement statement = application.createStatement()) {
                    // this client's own driver set it
                    statement.execute("RESET extra_float_digits");
                }
                // what the pooler keeps for each client
                List<String> before = leftBehind(application);
                assertThat(before).allMatch(each -> each.matches("setting (DateStyle|TimeZone) = .*"));
                Reading.Complete through = whole(pooled);
                assertThat(through.server().access().orElseThrow()).contains(Access.POOLER);
                assertThat(whole(direct).server().access().orElseThrow()).doesNotContain(Access.POOLER);
                assertThat(through.objects()).isEqualTo(whole(direct).objects());
                for (int cycle = 0; cycle < cycles; cycle++) {
                    assertThat(cycling.pulse()).isInstanceOf(Pulse.Beat.class);
                    whole(cycling);
                    try (Statement statement = application.createStatement()) {
                        statement.execute("INSERT INTO boat VALUES (" + cycle + ")");
                    }
                    assertThat(leftBehind(application))
                            .as("after cycle %s", cycle)
                            .isEqualTo(before);
                }
                CatalogProbe probe = new CatalogProbe(pooled::pulse);
                probe.check();
                probe.accept(whole(pooled).snapshot());
                database.execute("ALTER TABLE boat ADD COLUMN sails integer");
                assertThat(probe.check()).isIn(new Verdict.Committed(), new Verdict.Moved());
                assertThat(pooled.refresh())
                        .isInstanceOfSatisfying(
                                Refreshed.Read.class,
                                read -> assertThat(read.reading()).isInstanceOf(Reading.Complete.class));
                assertThat(leftBehind(application)).as("after a look").isEqualTo(before);
            }
        }
    }
}
