package io.evenkeel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddedPostgresTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void everyMajorAnswersItsVersion(int major) throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().major(major).start()) {
            assertThat(query(postgres, "SHOW server_version"))
                    .singleElement()
                    .asString()
                    .startsWith(major + ".");
            assertThat(query(postgres, "SELECT datcollate || ' ' || pg_encoding_to_char(encoding) FROM pg_database"))
                    .containsOnly("C.UTF-8 UTF8");
        }
    }

    @Test
    void unknownMajorIsRefused() {
        assertThatThrownBy(() -> EmbeddedPostgres.builder().major(12).start())
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("PostgreSQL 12 is not on the class path");
    }

    @Test
    void scratchFilesAreGoneAfterClose() {
        Path scratch;
        long pid;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            scratch = postgres.passFile().getParent();
            pid = postgres.pid();
            assertThat(scratch).isDirectory();
        }
        assertThat(scratch).doesNotExist();
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void dataPortAndPasswordSurviveRestart() throws SQLException {
        int port;
        String password;
        try (EmbeddedPostgres postgres = persistent()) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            port = postgres.port();
            password = postgres.password();
        }
        try (EmbeddedPostgres postgres = persistent()) {
            assertThat(query(postgres, "SELECT answer FROM kept")).containsExactly("42");
            assertThat(query(postgres, "SHOW fsync")).containsExactly("on");
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(postgres.password()).isEqualTo(password);
        }
    }

    @Test
    void dataSurvivesKilledServer() throws SQLException {
        try (EmbeddedPostgres postgres = persistent()) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
            server.destroyForcibly();
            Awaitility.await().until(() -> !server.isAlive());
        }
        assertThat(directory.resolve("data/postmaster.pid")).exists();
        try (EmbeddedPostgres postgres = persistent()) {
            assertThat(query(postgres, "SELECT answer FROM kept")).containsExactly("42");
        }
    }

    @Test
    void pidFileOfAnotherProgramDoesNotHinderStart() throws SQLException, IOException {
        persistent().close();
        String pid = Long.toString(ProcessHandle.current().pid());
        Files.writeString(directory.resolve("data/postmaster.pid"), pid + "\n");
        try (EmbeddedPostgres postgres = persistent()) {
            assertThat(query(postgres, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void orphanedServerIsEndedByNextStart() throws Exception {
        persistent().close();
        Path cluster = directory.toRealPath().resolve("data");
        Process orphan = UnixCommand.program(List.of(
                        PostgresInstallation.of(17, ProgramCache.ofUser()).program("postgres"),
                        "-D",
                        cluster.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await().until(() -> Files.exists(cluster.resolve("postmaster.pid")));
        try (EmbeddedPostgres postgres = persistent()) {
            assertThat(query(postgres, "SELECT 1")).containsExactly("1");
            assertThat(orphan.isAlive()).isFalse();
        }
    }

    @Test
    void takenPortIsReplaced() throws SQLException, IOException {
        int port;
        try (EmbeddedPostgres postgres = persistent()) {
            port = postgres.port();
        }
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
                EmbeddedPostgres postgres = persistent()) {
            assertThat(postgres.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(query(postgres, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void secondOwnerIsRefused() throws SQLException {
        try (EmbeddedPostgres postgres = persistent()) {
            assertThatThrownBy(this::persistent)
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("is in use by a server of this process");
            assertThat(query(postgres, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void otherMajorIsRefused() {
        EmbeddedPostgres.builder().major(16).dataDirectory(directory).start().close();
        assertThatThrownBy(this::persistent)
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("holds data of PostgreSQL 16, expected 17");
    }

    @Test
    void foreignDirectoryIsRefused() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "mine");
        assertThatThrownBy(this::persistent)
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("it holds letter.txt");
    }

    @Test
    void damagedClusterIsNamed() throws IOException {
        persistent().close();
        Files.delete(directory.resolve("data/global/pg_control"));
        assertThatThrownBy(this::persistent)
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("cannot start in")
                .hasMessageContaining("pg_control");
    }

    @Test
    void nobodyEntersWithoutThePassword() throws IOException {
        try (EmbeddedPostgres postgres = persistent()) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(postgres.passFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void serverSettingsApply() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .serverSetting("cluster_name", "it's \\ ours")
                .start()) {
            assertThat(query(postgres, "SHOW cluster_name")).containsExactly("it's \\ ours");
        }
        assertThatThrownBy(() -> EmbeddedPostgres.builder().serverSetting("listen_addresses", "*"))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("'listen_addresses' cannot be given");
    }

    @Test
    void twoServersOfferDifferentExtensions() throws SQLException, IOException {
        Files.writeString(directory.resolve("tide.control"), "default_version = '1.3'\nrelocatable = true\n");
        Files.writeString(directory.resolve("tide--1.3.sql"), "CREATE FUNCTION tide() RETURNS int RETURN 7;\n");
        String offered =
                "SELECT name || ' ' || default_version FROM pg_available_extensions WHERE name IN ('tide', 'hstore')";
        try (EmbeddedPostgres with =
                        EmbeddedPostgres.builder().extensionFiles(directory).start();
                EmbeddedPostgres without = EmbeddedPostgres.builder().start()) {
            assertThat(query(with, offered)).containsExactlyInAnyOrder("hstore 1.8", "tide 1.3");
            assertThat(query(without, offered)).containsExactly("hstore 1.8");
            execute(with, "CREATE EXTENSION tide");
            execute(with, "CREATE EXTENSION hstore");
            assertThat(query(with, "SELECT tide()")).containsExactly("7");
        }
    }

    @Test
    void serverDiesWithItsKilledOwner() throws Exception {
        Process owner = OtherProcess.start(ScratchOwner.class, directory);
        long pid = Long.parseLong(owner.inputReader().readLine());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        owner.destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
    }

    private EmbeddedPostgres persistent() {
        return EmbeddedPostgres.builder().dataDirectory(directory).start();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(EmbeddedPostgres postgres, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = postgres.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
