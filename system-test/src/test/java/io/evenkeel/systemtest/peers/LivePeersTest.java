package io.evenkeel.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.systemtest.peers.Dashboard.Panel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo's drift, as a real Prometheus scrapes it and a real Alertmanager is told of it. */
@Tag("peers")
class LivePeersTest {
    /** The alerts whose condition the demo's drift meets; the others need something to be broken. */
    private static final Set<String> MET = Set.of(
            "EvenkeelMigrationsMissing",
            "EvenkeelMigrationHistoryDiverged",
            "EvenkeelSchemaDiverged",
            "EvenkeelCriticalDrift",
            "EvenkeelWatchdog");

    @TempDir
    private static Path directory;

    private static Peer alertmanager;
    private static World world;
    private static Peer prometheus;

    @BeforeAll
    static void start() throws Exception {
        alertmanager = Peer.alertmanager(directory, Repository.file("deploy/prometheus/alertmanager.yml"));
        world = World.start(directory, alertmanager.address());
        prometheus = Peer.prometheus(directory, """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [%s]
                scrape_configs:
                  - job_name: evenkeel
                    static_configs: [{targets: ["%s"]}]
                """.formatted(Repository.file(Rule.FILE), world.address()));
        // a rate needs something to happen between two scrapes
        within(60).until(() -> hasValue(results("sum(evenkeel_drift_objects) > 0")));
        world.inProduction("ALTER TABLE public.profiles ADD COLUMN peers_probe text");
        within(60).until(() -> !alerts("peers_probe").isEmpty());
        world.inProduction("ALTER TABLE public.profiles DROP COLUMN peers_probe");
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : Stream.of(prometheus, world, alertmanager)
                .filter(started -> started != null)
                .toList()) {
            each.close();
        }
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(200));
    }

    private static JsonNode results(String expression) throws Exception {
        JsonNode answer = prometheus.query(expression);
        assertThat(answer.path("status").asText())
                .as(expression + "\n" + answer)
                .isEqualTo("success");
        return answer.path("data").path("result");
    }

    private static boolean hasValue(JsonNode series) {
        return Stream.iterate(0, i -> i < series.size(), i -> i + 1)
                .map(i -> series.get(i).path("value").path(1).asText())
                .anyMatch(value -> !value.equals("NaN"));
    }

    static Stream<Panel> panels() throws Exception {
        return Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.panels().stream())
                .filter(panel -> !panel.isRow());
    }

    static Stream<Rule> rules() throws Exception {
        return Rule.all().stream();
    }

    @Test
    void promtoolHasNothingToSayAboutTheMetrics() throws Exception {
        Program.Result result = Program.named("promtool").runWith(world.page("/metrics"), "check", "metrics");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).isBlank();
    }

    @Test
    void theCatalogueHoldsExactlyTheMetricsThatExist() throws Exception {
        within(30).untilAsserted(() -> assertThat(alerts("")).isNotEmpty());
        Set<String> exposed = new TreeSet<>();
        world.page("/metrics")
                .lines()
                .filter(line -> line.startsWith("# TYPE evenkeel_"))
                .forEach(line -> exposed.addAll(Repository.metrics(line)));

        assertThat(Repository.catalogue()).containsExactlyElementsOf(exposed);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyPanelHasSomethingToShow(Panel panel) throws Exception {
        for (String query : panel.queries()) {
            within(60)
                    .untilAsserted(
                            () -> assertThat(hasValue(results(query))).as(query).isTrue());
        }
    }

    @Test
    void theConsoleKnowsTheLinksOfTheMatrix() throws Exception {
        for (JsonNode series : results("count by (kind) (evenkeel_drift_objects)")) {
            assertThat(world.page("/?kind=" + series.path("metric").path("kind").asText()))
                    .contains("<html");
        }
    }

    @Test
    void everyVariableHasValues() throws Exception {
        for (Dashboard dashboard : Dashboard.all()) {
            assertThat(dashboard.variableQueries()).isNotEmpty();
            for (String query : dashboard.variableQueries()) {
                String[] metricAndLabel =
                        query.replaceAll("label_values\\((.+)\\)", "$1").split(", ");
                assertThat(results("count by (" + metricAndLabel[1] + ") (" + metricAndLabel[0] + ")"))
                        .as(query)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyAnnotationIsAQuery() throws Exception {
        for (Dashboard dashboard : Dashboard.all()) {
            assertThat(dashboard.annotations()).isNotEmpty();
            for (String query : dashboard.annotations()) {
                results(query);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyConditionRunsAndHoldsWhereItShould(Rule rule) throws Exception {
        within(30)
                .untilAsserted(() -> assertThat(results(rule.expression()).isEmpty())
                        .as("silent")
                        .isEqualTo(!MET.contains(rule.name())));
    }

    @Test
    void prometheusEvaluatesEveryRule() throws Exception {
        within(30).untilAsserted(() -> {
            List<JsonNode> rules = prometheus.json("/api/v1/rules").findValues("rules").stream()
                    .flatMap(group ->
                            Stream.iterate(0, i -> i < group.size(), i -> i + 1).map(group::get))
                    .toList();
            assertThat(rules)
                    .hasSize(Rule.all().size())
                    .allSatisfy(rule -> assertThat(rule.path("health").asText())
                            .as(rule.toString())
                            .isEqualTo("ok"));
        });
    }

    @Test
    void theMigrationsOfTheReportAreCounted() throws Exception {
        within(30)
                .untilAsserted(() -> assertThat(results("evenkeel_migrations{environment=\"production\"}"))
                        .extracting(
                                series -> series.path("metric").path("change").asText() + " "
                                        + series.path("value").get(1).asText())
                        .containsExactlyInAnyOrder("missing 6", "unexpected 1", "different 0"));
    }

    @Test
    void alertmanagerHearsOfADriftAndOfItsEnd() throws Exception {
        world.inProduction("ALTER TABLE public.profiles ADD COLUMN peers_nickname text");
        within(60)
                .untilAsserted(() -> assertThat(alerts("peers_nickname"))
                        .singleElement()
                        .satisfies(alert -> {
                            JsonNode labels = alert.path("labels");
                            assertThat(labels.path("alertname").asText()).isEqualTo("EvenkeelDrift");
                            assertThat(labels.path("environment").asText()).isEqualTo("production");
                            assertThat(labels.path("baseline").asText()).isEqualTo("staging");
                            assertThat(labels.path("kind").asText()).isEqualTo("column");
                            assertThat(labels.path("change").asText()).isEqualTo("unexpected");
                            assertThat(alert.path("status").path("state").asText())
                                    .isEqualTo("active");
                        }));

        world.inProduction("ALTER TABLE public.profiles DROP COLUMN peers_nickname");
        // a firing alert ends by itself after 4 minutes: within 60 s only the alerter can have resolved it
        within(60).untilAsserted(() -> assertThat(alerts("peers_nickname")).isEmpty());
        assertThat(alerts("call_classification")).as("what still differs").isNotEmpty();
    }

    /** The alerts that are not resolved and name that object. */
    private static List<JsonNode> alerts(String object) throws Exception {
        JsonNode all = alertmanager.json("/api/v2/alerts");
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(all::get)
                .filter(alert ->
                        alert.path("annotations").path("object").asText().contains(object))
                .toList();
    }
}
