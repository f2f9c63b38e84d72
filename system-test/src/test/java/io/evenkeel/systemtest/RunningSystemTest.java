package io.evenkeel.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.cli.demo.DemoDatabase;
import io.evenkeel.cli.demo.DemoWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code evenkeel run} on the scenario: one world, lived through from the first report to a restart of everything. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunningSystemTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String DRIFT = "/api/v1/drift?baseline=staging&environment=production";

    @TempDir
    private static Path directory;

    private static DemoWorld world;
    private static WebhookReceiver receiver;
    private static Path config;
    private static EvenkeelProcess evenkeel;
    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        world = DemoWorld.start();
        receiver = new WebhookReceiver();
        String settings = world.settings(0)
                .replaceFirst("data-directory: .*", "data-directory: " + directory.resolve("data"))
                .replace("alerter:\n", """
                        alerter:
                          write-token: a-token-of-some-length
                          receivers:
                            team:
                              type: webhook
                              url: %s
                              allow-private: true
                              secret: whsec_c2VjcmV0IG9mIHRoZSB0ZXN0
                              min-severity: warning
                        """.formatted(receiver.url()));
        config = Files.writeString(directory.resolve("evenkeel.yaml"), settings);
        evenkeel = launch();
        api = new Api(evenkeel.port());
    }

    private static EvenkeelProcess launch() throws Exception {
        return EvenkeelProcess.start(world.passwords(), "run", "--config", config.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        api.close();
        evenkeel.close();
        receiver.close();
        world.close();
    }

    private static JsonNode report() throws Exception {
        return api.json(DRIFT).path("reports").get(0);
    }

    private static void awaitMeasured() {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(report().path("status").asText()).isEqualTo("drifted"));
    }

    /** Between two heartbeats: for a second nothing new was published. */
    private static void awaitQuiet() {
        AtomicReference<String> last = new AtomicReference<>("");
        await().atMost(SOON).during(Duration.ofSeconds(1)).until(() -> {
            String now = report().path("target").path("readAt").asText();
            return now.equals(last.getAndSet(now));
        });
    }

    private static void execute(DemoDatabase database, String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DemoDatabase production() {
        return world.databases().get(1);
    }

    private static List<String> events() throws Exception {
        JsonNode events = api.json("/api/v1/events?limit=1000").path("events");
        return events.findValuesAsText("id");
    }

    private static double metric(String name, String... labels) throws Exception {
        return api.get("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    @Order(1)
    void theApiTellsExactlyTheCheckedInList() throws Exception {
        awaitMeasured();

        assertThat(Findings.of(report())).containsExactlyElementsOf(Findings.expected(ScenarioCompareTest.EXPECTED));
        assertThat(report().path("unknown")).isEmpty();
        assertThat(report().path("counts"))
                .allSatisfy(
                        count -> assertThat(count.path("addsUp").asBoolean()).isTrue());
        assertThat(events()).hasSize(Findings.of(report()).size()).doesNotHaveDuplicates();
        assertThat(metric("evenkeel_drift_objects", "kind=\"migration\"", "change=\"missing\""))
                .isEqualTo(6);
    }

    @Test
    @Order(2)
    void aColumnAddedByHandIsToldEverywhereAndResolvedWhenItGoes() throws Exception {
        assertThat(metric("evenkeel_drift_objects", "kind=\"column\"", "change=\"unexpected\""))
                .isEqualTo(1);
        int before = receiver.calls().size();

        execute(production(), "alter table public.profiles add column nickname text");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(Findings.of(report())).anyMatch(line -> line.contains("\"profiles\",\"nickname\""));
            assertThat(api.get("/")).contains("nickname");
            assertThat(metric("evenkeel_drift_objects", "kind=\"column\"", "change=\"unexpected\""))
                    .isEqualTo(2);
            assertThat(receiver.calls().subList(before, receiver.calls().size()))
                    .anySatisfy(
                            call -> assertThat(call.body()).contains("nickname").contains("opened"));
        });

        execute(production(), "alter table public.profiles drop column nickname");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(Findings.of(report()))
                    .containsExactlyElementsOf(Findings.expected(ScenarioCompareTest.EXPECTED));
            assertThat(receiver.calls())
                    .anySatisfy(
                            call -> assertThat(call.body()).contains("nickname").contains("resolved"));
            assertThat(metric("evenkeel_drift_objects", "kind=\"column\"", "change=\"unexpected\""))
                    .isEqualTo(1);
        });
        assertThat(receiver.calls())
                .allSatisfy(call -> assertThat(call.signature()).startsWith("v1,"));
    }

    @Test
    @Order(3)
    void anEnvironmentThatDoesNotAnswerIsUnknownAndNothingIsMissing() throws Exception {
        List<String> before = events();
        execute(production(), "alter role evenkeel_reader nologin");
        execute(
                production(),
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'evenkeel_reader'");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(report().path("status").asText()).isEqualTo("unknown");
            assertThat(api.json("/api/v1/environments").toString()).contains("authentication");
            assertThat(api.get("/")).containsIgnoringCase("unknown");
        });
        assertThat(events()).containsExactlyElementsOf(before);

        execute(production(), "alter role evenkeel_reader login");
        awaitMeasured();
        assertThat(events()).containsExactlyElementsOf(before);
    }

    @Test
    @Order(4)
    void aRestartOfEverythingInAnUnchangedWorldIsSilent() throws Exception {
        List<String> events = events();
        int calls = receiver.calls().size();
        api.close();
        assertThat(evenkeel.stop()).isIn(0, 143);

        evenkeel = launch();
        api = new Api(evenkeel.port());
        awaitMeasured();
        String read = report().path("target").path("readAt").asText();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(report().path("target").path("readAt").asText())
                                .isGreaterThan(read));

        assertThat(events()).containsExactlyElementsOf(events);
        assertThat(receiver.calls()).hasSize(calls);
    }

    @Test
    @Order(5)
    void aKilledProcessComesBackWithoutTellingAnythingTwice() throws Exception {
        List<String> events = events();
        int calls = receiver.calls().size();
        // Kafka can lose the end of a transaction that is being committed at that very moment: see the README's limits
        awaitQuiet();
        api.close();
        evenkeel.kill();
        execute(production(), "create table public.made_meanwhile (id int)");

        evenkeel = launch();
        api = new Api(evenkeel.port());

        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Findings.of(report()))
                        .anyMatch(line -> line.contains("[\"table\",\"public\",\"made_meanwhile\"]")));
        assertThat(events()).hasSize(events.size() + 1).doesNotHaveDuplicates().containsAll(events);
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.calls()).hasSize(calls + 1));
    }

    private static EvenkeelProcess.Result audit(String question, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("audit", question, "--config", config.toString()));
        arguments.addAll(List.of(more));
        return EvenkeelProcess.run(world.passwords(), arguments.toArray(String[]::new));
    }

    @Test
    @Order(6)
    void theAuditTrailTellsWhatWasWhenWhileTheAlerterRuns() throws Exception {
        awaitMeasured();
        String before = Instant.now().toString();
        execute(production(), "alter table public.profiles add column found_later text");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Findings.of(report())).anyMatch(line -> line.contains("\"found_later\"")));

        EvenkeelProcess.Result diff = audit("diff", "production", "--from", before);
        assertThat(diff.exitCode()).as(diff.err()).isEqualTo(1);
        assertThat(diff.out())
                .contains("public.profiles.found_later", "only in after")
                .doesNotContain("advice");
        assertThat(audit("diff", "staging", "--from", before).exitCode()).isZero();

        assertThat(audit("show", "production", "--at", before, "--kind", "column")
                        .out())
                .contains("public.profiles.id")
                .doesNotContain("found_later");
        assertThat(audit("show", "production", "--kind", "column").out()).contains("public.profiles.found_later");

        EvenkeelProcess.Result compared = audit("compare", "staging", "production", "--at", before, "--format", "json");
        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(1);
        assertThat(compared.out()).contains("made_meanwhile").doesNotContain("found_later");

        EvenkeelProcess.Result log = audit("log", "--comparison", "staging:production", "--since", before);
        assertThat(log.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("opened", "public.profiles.found_later", "UTC"),
                        origin -> assertThat(origin).contains("in production between"));
    }

    private static EvenkeelProcess.Result ask(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + evenkeel.port()));
        return EvenkeelProcess.run(
                Map.of("EVENKEEL_WRITE_TOKEN", "a-token-of-some-length"), all.toArray(String[]::new));
    }

    @Test
    @Order(7)
    void peopleDecideAndTheAuditTrailSaysWho() throws Exception {
        EvenkeelProcess.Result opened =
                ask("window", "--target", "production", "--for", "30m", "--reason", "release 42", "--by", "pipeline");
        assertThat(opened.exitCode()).as(opened.err()).isZero();
        assertThat(opened.out()).startsWith("1  window until ").contains("target production  by pipeline: release 42");
        assertThat(ask("quiet").out()).isEqualTo(opened.out());
        assertThat(ask("quiet", "--end", "1", "--by", "ann").exitCode()).isZero();
        assertThat(ask("quiet").out()).isEmpty();
        assertThat(ask("quiet", "--end", "1").exitCode()).isEqualTo(2);
        EvenkeelProcess.Result unknown = ask("ack", "--target", "prod", "--for", "8h", "--reason", "on it");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("target: expected one of the environments", "found 'prod'");

        String before = Instant.now().toString();
        EvenkeelProcess.Result accepted = ask(
                "rules",
                "accept",
                "column",
                "public.profiles.found_later",
                "--until",
                "2999-01-01",
                "--reason",
                "known",
                "--by",
                "jane");
        assertThat(accepted.exitCode()).as(accepted.err()).isZero();
        assertThat(audit("log", "--decisions").out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("rule made", "by jane", "found_later", "known"),
                        line -> assertThat(line).contains("quiet ended", "by ann", "release 42"),
                        line -> assertThat(line).contains("quiet begun", "by pipeline", "release 42"));
        assertThat(audit("compare", "staging", "production").out()).contains("ACCEPTED 1", "jane");
        assertThat(audit("compare", "staging", "production", "--at", before).out())
                .contains("found_later")
                .doesNotContain("ACCEPTED");
    }

    @Test
    @Order(8)
    void whatTheAuditTrailDoesNotKnowIsOneClearLine() throws Exception {
        EvenkeelProcess.Result early = audit("show", "production", "--at", "2020-01-01");
        assertThat(early.exitCode()).isEqualTo(2);
        assertThat(early.err()).contains("the history of production begins at").hasLineCount(1);

        EvenkeelProcess.Result nowhere = audit("diff", "nowhere", "--from", "1h");
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("environment nowhere has no history: expected one of production, staging");
    }

    @Test
    @Order(9)
    void theAuditTrailIsWholeAlsoWhileTheAlerterIsStopped() throws Exception {
        EvenkeelProcess.Result running = audit("verify");
        assertThat(running.exitCode()).as(running.out() + running.err()).isZero();
        assertThat(evenkeel.stop()).isIn(0, 143);

        String anchor =
                running.out().replaceFirst("(?s).*end of the chain: ", "").strip();
        EvenkeelProcess.Result stopped = audit("verify", "--anchor", anchor);

        assertThat(stopped.exitCode()).as(stopped.out() + stopped.err()).isZero();
        assertThat(stopped.out()).contains("whole").doesNotContain("never added up");
    }
}
