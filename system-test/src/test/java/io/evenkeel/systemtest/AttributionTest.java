package io.evenkeel.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.embedded.fixture.PostgresFixture.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code evenkeel run} on two databases with a DDL witness, of two majors: who changed what is told wherever drift is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttributionTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HOSTILE = "<i>psql";

    @TempDir
    private static Path directory;

    private static final Database STAGING = PostgresFixture.of(13).createDatabase();
    private static final Database PRODUCTION = PostgresFixture.of(17).createDatabase();
    private static final Database AUDIT = PostgresFixture.of(17).createDatabase();
    private static final Role ALICE = PostgresFixture.of(17).createRole();

    private static Path config;
    private static EvenkeelProcess evenkeel;
    private static Api api;
    private static String added = "";

    @BeforeAll
    static void start() throws Exception {
        for (Database database : List.of(STAGING, PRODUCTION)) {
            database.execute(script("reader.sql"), "ALTER ROLE evenkeel_reader PASSWORD 'only-here'");
            database.execute(script("ddl-witness.sql"), "CREATE TABLE public.t (a integer)");
        }
        PRODUCTION.execute(
                "GRANT CREATE, USAGE ON SCHEMA public TO " + ALICE.name(),
                "ALTER TABLE public.t OWNER TO " + ALICE.name());
        config = Files.writeString(directory.resolve("evenkeel.yaml"), """
                environments:
                  staging: {url: "%s", password: only-here, cluster: false}
                  production: {url: "%s", password: only-here, cluster: false}
                comparisons:
                  - {baseline: staging, target: production}
                audit:
                  url: postgresql://%s@%s:%d/%s
                  password: ${env:AUDIT_PASSWORD}
                alerter: {listen: 127.0.0.1:0}
                data-directory: %s
                """.formatted(
                        url(STAGING),
                        url(PRODUCTION),
                        AUDIT.user(),
                        AUDIT.host(),
                        AUDIT.port(),
                        AUDIT.name(),
                        directory.resolve("data")));
        evenkeel = EvenkeelProcess.start(secrets(), "run", "--config", config.toString());
        api = new Api(evenkeel.port());
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> !status().equals("unknown"));
    }

    @AfterAll
    static void stop() throws Exception {
        api.close();
        evenkeel.close();
        STAGING.close();
        PRODUCTION.close();
        AUDIT.close();
    }

    private static String script(String name) throws Exception {
        return Files.readString(Path.of(String.valueOf(System.getProperty("evenkeel.root")), "deploy", "sql", name));
    }

    private static String url(Database database) {
        return "postgresql://evenkeel_reader@%s:%d/%s".formatted(database.host(), database.port(), database.name());
    }

    private static Map<String, String> secrets() {
        return Map.of("AUDIT_PASSWORD", AUDIT.password());
    }

    private static String status() throws Exception {
        return api.json("/api/v1/drift").path("reports").get(0).path("status").asText();
    }

    private static EvenkeelProcess.Result audit(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("audit", arguments[0], "--config", config.toString()));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return EvenkeelProcess.run(secrets(), all.toArray(String[]::new));
    }

    private static void asAlice(String... texts) throws Exception {
        try (Connection connection = PRODUCTION.connect(ALICE);
                Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = '" + HOSTILE + "'");
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    /** The event of that type about that object, once it is there. */
    private static JsonNode event(String type, String... key) {
        return await().atMost(SOON)
                .until(() -> find(type, key), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<JsonNode> find(String type, String... key) throws Exception {
        for (JsonNode event : api.json("/api/v1/events?limit=100").path("events")) {
            List<String> found = new ArrayList<>();
            event.path("key").forEach(name -> found.add(name.asText()));
            if (event.path("type").asText().equals(type) && found.equals(List.of(key))) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    @Test
    @Order(1)
    void whoChangedAColumnIsToldByTheEventTheConsoleAndTheLog() throws Exception {
        asAlice("ALTER TABLE public.t ADD b text");

        JsonNode from = event("opened", "column", "public", "t", "b").path("attribution");
        assertThat(from.path("environment").asText()).isEqualTo("production");
        added = from.path("until").asText();
        assertThat(from.path("after").asText()).isLessThan(added);
        JsonNode witnessed = from.path("witnessed");
        assertThat(witnessed.path("command").asText()).isEqualTo("ALTER TABLE");
        assertThat(witnessed.path("sessionRole").asText()).isEqualTo(ALICE.name());
        assertThat(witnessed.path("application").asText()).isEqualTo(HOSTILE);
    }

    @Test
    @Order(2)
    void whoDroppedItIsToldByWhatResolvesIt() throws Exception {
        assertThat(api.get("/"))
                .contains("&lt;i&gt;psql (" + ALICE.name() + ") from ")
                .doesNotContain(HOSTILE);
        PRODUCTION.execute("SET application_name = ''; SET ROLE " + ALICE.name() + "; ALTER TABLE public.t DROP b");

        JsonNode witnessed = event("resolved", "column", "public", "t", "b")
                .path("attribution")
                .path("witnessed");
        assertThat(witnessed.path("sessionRole").asText()).isEqualTo(PRODUCTION.user());
        assertThat(witnessed.path("role").asText()).isEqualTo(ALICE.name());
    }

    @Test
    @Order(3)
    void withoutAWitnessTheTwoReadingsBoundIt() throws Exception {
        STAGING.execute("DROP SCHEMA evenkeel_witness CASCADE");
        STAGING.execute("ALTER TABLE public.t ADD c text");
        JsonNode from = event("opened", "column", "public", "t", "c").path("attribution");
        assertThat(from.path("environment").asText()).isEqualTo("staging");
        assertThat(from.path("witnessed").isNull()).isTrue();
        Duration window = Duration.between(
                Instant.parse(from.path("after").asText()),
                Instant.parse(from.path("until").asText()));
        assertThat(api.get("/api/v1/drift")).doesNotContain("evenkeel_witness");
        assertThat(window).isPositive().isLessThan(Duration.ofSeconds(20));
    }

    @Test
    @Order(4)
    void theAuditTrailKeepsIt() throws Exception {
        EvenkeelProcess.Result log = audit("log");
        assertThat(log.exitCode()).as(log.err()).isZero();
        assertThat(log.out())
                .contains("in production by <i>psql (" + ALICE.name() + ") from 127.0.0.1: ALTER TABLE public.t at ")
                .contains("in staging between ");
        EvenkeelProcess.Result diff = audit("diff", "production", "--from", added);
        assertThat(diff.out())
                .as(diff.err())
                .contains("CHANGES", "in production by " + PRODUCTION.user() + " as " + ALICE.name())
                .contains("    column public.t.b");
        assertThat(audit("show", "staging", "--kind", "column").out()).contains("    in staging between ");
        try (Connection connection = AUDIT.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT string_agg(concat_ws(' ', type, object, environment, session_role), ', ' ORDER BY position)
                          FROM evenkeel.evenkeel_attribution WHERE kind = 'column' AND changed_at > changed_after""")) {
            rows.next();
            assertThat(rows.getString(1))
                    .isEqualTo("opened public.t.b production %s, resolved public.t.b production %s"
                            .formatted(ALICE.name(), PRODUCTION.user()));
        }
        assertThat(audit("verify").exitCode()).isZero();
    }
}
