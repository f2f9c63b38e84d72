package io.evenkeel.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.cli.demo.DemoWorld;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.embedded.fixture.KafkaFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three services as processes of their own, on a broker and an audit database that somebody else runs. */
class RolesTest {
    @TempDir
    private Path directory;

    private EvenkeelProcess start(DemoWorld world, EmbeddedPostgres audit, String role, Path config) throws Exception {
        Map<String, String> variables = new HashMap<>(world.passwords());
        variables.put("AUDIT_PASSWORD", audit.password());
        return EvenkeelProcess.start(variables, role, "--config", config.toString());
    }

    private Path config(DemoWorld world, EmbeddedPostgres audit) throws Exception {
        KafkaFixture kafka = KafkaFixture.shared();
        String settings = world.settings(0)
                + """
                kafka:
                  bootstrap-servers: %s
                  topic-prefix: %s
                  replication-factor: 1
                audit:
                  url: postgresql://%s@127.0.0.1:%d/postgres
                  password: ${env:AUDIT_PASSWORD}
                """.formatted(kafka.bootstrapServers(), kafka.uniquePrefix(), audit.user(), audit.port());
        return Files.writeString(directory.resolve("evenkeel.yaml"), settings);
    }

    @Test
    void aKilledAnalyzerTellsNoEventTwice() throws Exception {
        try (DemoWorld world = DemoWorld.start();
                EmbeddedPostgres audit = EmbeddedPostgres.builder().start()) {
            Path config = config(world, audit);
            try (EvenkeelProcess alert = start(world, audit, "alert", config);
                    EvenkeelProcess collect = start(world, audit, "collect", config);
                    Api api = new Api(alert.port())) {
                int found = Findings.expected(ScenarioCompareTest.EXPECTED).size();
                try (EvenkeelProcess analyze = start(world, audit, "analyze", config)) {
                    await().atMost(Duration.ofSeconds(90))
                            .untilAsserted(() -> assertThat(events(api)).hasSize(found));
                    analyze.kill();
                }
                try (Connection connection = world.databases().get(1).connect();
                        Statement statement = connection.createStatement()) {
                    statement.execute("alter table public.profiles add column nickname text");
                }
                try (EvenkeelProcess analyze = start(world, audit, "analyze", config)) {
                    await().atMost(Duration.ofSeconds(120))
                            .untilAsserted(() -> assertThat(events(api)).hasSize(found + 1));
                    assertThat(events(api)).doesNotHaveDuplicates();
                    assertThat(analyze.isAlive()).isTrue();
                }
                assertThat(collect.isAlive()).isTrue();
            }
        }
    }

    private static List<String> events(Api api) throws Exception {
        return api.json("/api/v1/events?limit=1000").path("events").findValuesAsText("id");
    }
}
