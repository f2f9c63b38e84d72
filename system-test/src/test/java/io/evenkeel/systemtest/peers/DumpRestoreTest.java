package io.evenkeel.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.systemtest.EvenkeelProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database against its own dump and restore, by Debian's pg_dump 15: other OIDs, other order, the same schema. */
@Tag("peers")
class DumpRestoreTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("evenkeel.root"), "collector/src/test/resources/corpus");
    private static final List<String> ROLES = List.of("app_reader", "app_writer", "\"Odd.Role\"");

    @TempDir
    private Path directory;

    private static String url(Database database) {
        return "postgresql://" + database.user() + "@" + database.host() + ":" + database.port() + "/"
                + database.name();
    }

    @Test
    void aRestoredDatabaseIsInSyncWithItsOrigin() throws Exception {
        PostgresFixture server = PostgresFixture.of(15);
        try (Database origin = server.createDatabase();
                Database restored = server.createDatabase()) {
            ROLES.forEach(role -> origin.execute(
                    "do $$ begin create role " + role + " nologin; exception when duplicate_object then null; end $$"));
            for (String file : List.of("everything.sql", "everything.pg14.sql", "everything.pg15.sql")) {
                origin.execute(Files.readString(CORPUS.resolve(file)));
            }
            Path passwords = Files.writeString(directory.resolve("pgpass"), "*:*:*:*:" + origin.password() + "\n");
            Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
            String dump = directory.resolve("dump.sql").toString();
            String login = "?passfile=" + passwords;
            assertThat(Program.named("pg_dump").run("--file", dump, "--dbname", url(origin) + login))
                    .satisfies(result ->
                            assertThat(result.exitCode()).as(result.output()).isZero());
            assertThat(Program.named("psql").run("-q", "-v", "ON_ERROR_STOP=1", "-f", dump, url(restored) + login))
                    .satisfies(result ->
                            assertThat(result.exitCode()).as(result.output()).isZero());

            EvenkeelProcess.Result compared = EvenkeelProcess.run(
                    Map.of("PGPASSWORD", origin.password()),
                    "compare",
                    "--baseline",
                    url(origin),
                    "--target",
                    url(restored),
                    "--fail-on",
                    "info");

            assertThat(compared.exitCode()).as(compared.out() + compared.err()).isZero();
            assertThat(compared.out()).contains("in sync");
        }
    }
}
