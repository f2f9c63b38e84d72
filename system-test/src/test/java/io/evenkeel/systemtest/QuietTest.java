package io.evenkeel.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and pipelines ask the alerter not to tell. */
class QuietTest {
    @TempDir
    private Path directory;

    private EvenkeelProcess.Result run(Database audit, String... arguments) throws Exception {
        Path config = Files.writeString(directory.resolve("evenkeel.yaml"), """
                environments:
                  staging: {url: postgresql://reader@localhost/app}
                  production: {url: postgresql://reader@localhost/app}
                comparisons:
                  - {baseline: staging, target: production}
                audit:
                  url: postgresql://%s@%s:%d/%s
                  password: ${env:AUDIT_PASSWORD}
                """.formatted(
                        audit.user(), audit.host(), audit.port(), audit.name()));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--config", config.toString()));
        return EvenkeelProcess.run(Map.of("AUDIT_PASSWORD", audit.password()), all.toArray(String[]::new));
    }

    @Test
    void aWindowIsOpenedListedAndEnded() throws Exception {
        try (Database audit = PostgresFixture.of(17).createDatabase()) {
            EvenkeelProcess.Result opened = run(
                    audit,
                    "window",
                    "--target",
                    "production",
                    "--for",
                    "30m",
                    "--reason",
                    "release 42",
                    "--author",
                    "pipeline");
            assertThat(opened.exitCode()).as(opened.err()).isZero();
            assertThat(opened.out())
                    .startsWith("1  window until ")
                    .contains("target production  by pipeline: release 42");

            assertThat(run(audit, "quiet").out()).isEqualTo(opened.out());
            assertThat(run(audit, "quiet", "--end", "1").exitCode()).isZero();
            assertThat(run(audit, "quiet").out()).isEmpty();
            assertThat(run(audit, "quiet", "--end", "1").exitCode()).isEqualTo(2);
            EvenkeelProcess.Result unknown = run(audit, "ack", "--target", "prod", "--for", "8h", "--reason", "on it");
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.err())
                    .contains("--target: expected one of the environments")
                    .contains("found 'prod'");
        }
    }
}
