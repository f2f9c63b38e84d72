package io.evenkeel.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is one clear line and an exit code, without a stack trace and without a secret. */
class BadInputTest {
    private static final String SECRET = "hunter2-is-not-to-be-seen";

    @TempDir
    private Path directory;

    private static void isPlain(EvenkeelProcess.Result result, int exitCode) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.err() + result.out())
                .doesNotContain(SECRET)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        assertThat(result.err()).isNotBlank();
    }

    private static EvenkeelProcess.Result compare(String url) throws Exception {
        return EvenkeelProcess.run(Map.of("PGPASSWORD", SECRET), "compare", "--baseline", url, "--target", url);
    }

    private static String url(Database database, String user, String name) {
        return "postgresql://" + user + "@" + database.host() + ":" + database.port() + "/" + name;
    }

    @Test
    void anUnknownSettingsKeyGetsTheNearestOne() throws Exception {
        Path file = Files.writeString(directory.resolve("evenkeel.yaml"), """
                environments:
                  staging:
                    urll: postgresql://reader@localhost/app
                    password: %s
                """.formatted(SECRET));

        EvenkeelProcess.Result result = EvenkeelProcess.run(Map.of(), "run", "--config", file.toString());

        isPlain(result, 2);
        assertThat(result.err())
                .contains(file + ":3: environments.staging.urll: unknown key; did you mean 'url'?")
                .contains("environments.staging.url");
    }

    @Test
    void aMissingSettingsFileIsNamed() throws Exception {
        EvenkeelProcess.Result result = EvenkeelProcess.run(
                Map.of(), "run", "--config", directory.resolve("none.yaml").toString());

        isPlain(result, 2);
        assertThat(result.err()).contains("none.yaml: no such file");
    }

    @Test
    void anUnreachableServerCannotBeMeasured() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        EvenkeelProcess.Result result = compare("postgresql://reader@127.0.0.1:" + port + "/app");

        isPlain(result, 3);
        assertThat(result.err()).contains("127.0.0.1:" + port).contains("unreachable");
    }

    @Test
    void aWrongPasswordCannotBeMeasured() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            EvenkeelProcess.Result result = compare(url(database, database.user(), database.name()));

            isPlain(result, 3);
            assertThat(result.err()).contains("authentication").contains(database.user());
        }
    }

    @Test
    void aMissingDatabaseIsNamed() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            EvenkeelProcess.Result result = EvenkeelProcess.run(
                    Map.of("PGPASSWORD", database.password()),
                    "compare",
                    "--baseline",
                    url(database, database.user(), "nowhere"),
                    "--target",
                    url(database, database.user(), database.name()),
                    "--format",
                    "json");

            isPlain(result, 3);
            assertThat(result.err()).contains("nowhere");
            assertThat(result.out()).contains("\"status\"").contains("unknown").doesNotContain("\"missing\" : 1");
        }
    }

    @Test
    void anEmptyDatabaseSupportsNoCleanReport() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            String url = url(database, database.user(), database.name());
            String[] arguments = {"compare", "--baseline", url, "--target", url, "--no-cluster"};
            Map<String, String> password = Map.of("PGPASSWORD", database.password());

            EvenkeelProcess.Result empty = EvenkeelProcess.run(password, arguments);
            isPlain(empty, 3);
            assertThat(empty.err()).contains("the database " + database.name() + " holds no table");

            database.execute("CREATE TABLE t ()");
            assertThat(EvenkeelProcess.run(password, arguments).exitCode()).isZero();
        }
    }

    @Test
    void aUrlThatIsNoneIsRefusedWithoutItsPassword() throws Exception {
        EvenkeelProcess.Result jdbc = compare("jdbc:postgresql://localhost/app?password=" + SECRET);
        isPlain(jdbc, 2);
        assertThat(jdbc.err()).contains("--baseline: database URL: expected postgresql://");

        EvenkeelProcess.Result gadget =
                compare("postgresql://reader:" + SECRET + "@localhost/app?socketFactory=org.example.Gadget");
        isPlain(gadget, 2);
        assertThat(gadget.err()).contains("socketFactory");
    }

    @Test
    void aMistypedOptionIsExplained() throws Exception {
        EvenkeelProcess.Result result = EvenkeelProcess.run(Map.of(), "compare", "--basline", "x");

        isPlain(result, 2);
        assertThat(result.err()).contains("--baseline");
    }

    @Test
    void aBusyPortIsNamed() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Database database = PostgresFixture.of(17).createDatabase()) {
            Path file = Files.writeString(directory.resolve("evenkeel.yaml"), """
                    environments:
                      a: {url: "%1$s", password: "%2$s"}
                      b: {url: "%1$s", password: "%2$s"}
                    comparisons: [{baseline: a, target: b}]
                    alerter: {listen: "127.0.0.1:%3$d"}
                    data-directory: %4$s
                    """.formatted(
                            url(database, database.user(), database.name()),
                            database.password(),
                            busy.getLocalPort(),
                            directory.resolve("data")));

            EvenkeelProcess.Result result = EvenkeelProcess.run(Map.of(), "run", "--config", file.toString());

            isPlain(result, 2);
            assertThat(result.err())
                    .contains("127.0.0.1:" + busy.getLocalPort())
                    .contains("in use");
        }
    }
}
