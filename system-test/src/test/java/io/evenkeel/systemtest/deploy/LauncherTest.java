package io.evenkeel.systemtest.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.systemtest.EvenkeelProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the launcher makes of a machine that is too small. */
final class LauncherTest {
    private record Ended(int exitCode, String said) {}

    private static Ended run(String script) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(Path.of(System.getProperty("evenkeel.root")).toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void tooFewOpenFilesAreOneClearMessage() throws Exception {
        Ended ended = run("ulimit -n 64; exec ./evenkeel --version");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.said()).contains("at least 256 open files", "found 64").hasLineCount(1);
    }

    @Test
    void tooLittleMemoryIsAnExitCodeOfItsOwn() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            // an empty database has the same exit code
            database.execute("CREATE TABLE t ()");
            String url = "postgresql://%s@%s:%d/%s"
                    .formatted(database.user(), database.host(), database.port(), database.name());
            EvenkeelProcess.Result ended = EvenkeelProcess.run(
                    Map.of("PGPASSWORD", database.password(), "_JAVA_OPTIONS", "-Xmx10m -XX:+ExitOnOutOfMemoryError"),
                    "compare",
                    "--baseline",
                    url,
                    "--target",
                    url);
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(3);
        }
    }
}
