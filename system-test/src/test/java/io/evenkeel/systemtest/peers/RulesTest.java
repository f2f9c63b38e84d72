package io.evenkeel.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerting rules, as promtool sees them and as the on-call engineer needs them. */
@Tag("peers")
class RulesTest {
    private static final String RUNBOOKS = "https://github.com/evenkeel/evenkeel/blob/main/docs/runbooks/";

    @TempDir
    private Path directory;

    private static void accepts(Program program, String... arguments) throws Exception {
        Program.Result result = program.run(arguments);
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private static Stream<Path> unitTests() throws IOException {
        try (Stream<Path> files = Files.list(Repository.file("grafana/prometheus"))) {
            return files.filter(file -> file.toString().endsWith(".test.yml")).sorted().toList().stream();
        }
    }

    @Test
    void promtoolAcceptsTheRules() throws Exception {
        accepts(
                Program.named("promtool"),
                "check",
                "rules",
                Repository.file(Rule.FILE).toString());
    }

    @Test
    void everyUnitTestOfTheRulesPasses() throws Exception {
        for (Path file : unitTests().toList()) {
            accepts(Program.named("promtool"), "test", "rules", file.toString());
        }
    }

    @Test
    void everyAlertHasAUnitTest() throws Exception {
        StringBuilder tests = new StringBuilder();
        for (Path file : unitTests().toList()) {
            tests.append(Files.readString(file));
        }

        assertThat(Rule.all())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(tests)
                        .containsPattern("- alertname: " + rule.name() + "\\n +eval_time: .+\\n +exp_alerts:"));
    }

    @Test
    void everyAlertSaysWhatItIsAndWhereToReadOn() throws Exception {
        assertThat(Rule.all()).allSatisfy(rule -> {
            assertThat(rule.name()).startsWith("Evenkeel");
            assertThat(rule.labels().get("severity")).isIn("critical", "warning", "info");
            assertThat(rule.annotations().get("summary")).isNotBlank().doesNotContain("{{");
            assertThat(rule.annotations().get("description")).isNotBlank();
            assertThat(rule.annotations().get("runbook_url")).isEqualTo(RUNBOOKS + rule.name() + ".md");
            assertThat(Files.readString(Repository.file("docs/runbooks/" + rule.name() + ".md")))
                    .startsWith("# " + rule.name() + "\n")
                    .contains("## What it means", "## How to look", "## What to do", "## When to silence");
        });
    }

    @Test
    void everyRunbookBelongsToAnAlert() throws Exception {
        try (Stream<Path> runbooks = Files.list(Repository.file("docs/runbooks"))) {
            List<String> names =
                    Rule.all().stream().map(rule -> rule.name() + ".md").toList();
            assertThat(runbooks.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void everyMetricInARuleIsInTheCatalogue() throws Exception {
        for (Rule rule : Rule.all()) {
            assertThat(Repository.catalogue()).as(rule.name()).containsAll(Repository.metrics(rule.expression()));
        }
    }

    @Test
    void theConfigurationsOfTheDeploymentAreAccepted() throws Exception {
        Files.copy(Repository.file(Rule.FILE), directory.resolve("evenkeel.rules.yml"));
        Path prometheus =
                Files.copy(Repository.file("deploy/prometheus/prometheus.yml"), directory.resolve("prometheus.yml"));

        accepts(Program.named("promtool"), "check", "config", prometheus.toString());
        accepts(
                Program.named("amtool"),
                "check-config",
                Repository.file("deploy/prometheus/alertmanager.yml").toString());
    }
}
