package io.evenkeel.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.cli.demo.DemoDatabase;
import io.evenkeel.cli.demo.DemoWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenario of the hand-written report, compared once. */
class ScenarioCompareTest {
    static final Path EXPECTED = Path.of(
            System.getProperty("evenkeel.root"), "system-test/src/test/resources/scenario/expected-findings.txt");

    @TempDir
    private static Path directory;

    private static DemoWorld world;
    private static DemoDatabase staging;
    private static DemoDatabase production;

    @BeforeAll
    static void start() throws Exception {
        world = DemoWorld.start();
        staging = world.databases().get(0);
        production = world.databases().get(1);
        Files.writeString(directory.resolve("staging"), staging.readerPassword() + "\n");
        Files.writeString(directory.resolve("production"), production.readerPassword() + "\n");
    }

    @AfterAll
    static void stop() throws Exception {
        world.close();
    }

    private static EvenkeelProcess.Result compare(DemoDatabase baseline, DemoDatabase target, String... more)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "compare",
                "--baseline",
                baseline.readerUrl(),
                "--baseline-password-file",
                directory.resolve(baseline.name()).toString(),
                "--target",
                target.readerUrl(),
                "--target-password-file",
                directory.resolve(target.name()).toString()));
        arguments.addAll(List.of(more));
        return EvenkeelProcess.run(Map.of(), arguments.toArray(String[]::new));
    }

    @Test
    void theFindingsAreExactlyTheCheckedInList() throws Exception {
        EvenkeelProcess.Result result = compare(staging, production, "--format", "json");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(Findings.of(result.out())).containsExactlyElementsOf(Findings.expected(EXPECTED));
    }

    @Test
    void everyCountIsExplainedByNamedObjects() throws Exception {
        JsonNode report = new ObjectMapper()
                .readTree(compare(staging, production, "--format", "json").out());

        assertThat(report.path("status").asText()).isEqualTo("drifted");
        assertThat(report.path("unknown")).isEmpty();
        assertThat(report.path("counts"))
                .isNotEmpty()
                .allSatisfy(count -> assertThat(count.path("baseline").asLong()
                                - count.path("missing").asLong()
                                + count.path("unexpected").asLong())
                        .as(count.toString())
                        .isEqualTo(count.path("target").asLong()));
        assertThat(report.path("counts")).anySatisfy(count -> {
            assertThat(count.path("kind").asText()).isEqualTo("migration");
            assertThat(count.path("baseline").asInt()).isEqualTo(17);
            assertThat(count.path("target").asInt()).isEqualTo(12);
        });
    }

    @Test
    void rowCountsStandBesideTheDrift() throws Exception {
        JsonNode report = new ObjectMapper()
                .readTree(compare(staging, production, "--format", "json").out());
        List<String> differing = new ArrayList<>();
        report.path("measurements").forEach(measurement -> {
            if (measurement.path("name").asText().equals("rows")
                    && !measurement.path("baseline").equals(measurement.path("target"))) {
                JsonNode key = measurement.path("key");
                differing.add(key.get(1).asText() + "." + key.get(2).asText() + " "
                        + measurement.path("target").asLong() + "/"
                        + measurement.path("baseline").asLong());
            }
        });

        assertThat(differing)
                .containsExactlyInAnyOrder(
                        "auth.users 7/0",
                        "public.user_client_permissions 8/0",
                        "public.profiles 7/0",
                        "public.agent_calls 811/676",
                        "public.agent_sms 79/4",
                        "public.agent_emails 31/3",
                        "auth.refresh_tokens 99/0",
                        "auth.sessions 5/0",
                        "auth.audit_log_entries 790/0",
                        "supabase_migrations.schema_migrations 12/17");
    }

    @Test
    void rowsForWhichThereIsAToleranceAreDrift() throws Exception {
        Path settings = Files.writeString(
                directory.resolve("evenkeel.yaml"), """
                environments:
                  staging: {url: "%s", row-counts: [supabase_migrations.*]}
                  production: {url: "%s", row-counts: [supabase_migrations.*]}
                comparisons:
                  - {baseline: staging, target: production, row-tolerance: {supabase_migrations.*: 10%%}}
                """.formatted(staging.readerUrl(), production.readerUrl()));
        EvenkeelProcess.Result result = EvenkeelProcess.run(
                Map.of(),
                "compare",
                "--config=" + settings,
                "--baseline=staging",
                "--baseline-password-file=" + directory.resolve("staging"),
                "--target=production",
                "--target-password-file=" + directory.resolve("production"),
                "--format=json");

        assertThat(Findings.of(result.out()))
                .as(result.err())
                .contains("warning different [\"row_estimate\",\"supabase_migrations\",\"schema_migrations\"] "
                        + "[exact_rows] folded=0");
    }

    @Test
    void whatOneSideLeavesOutIsNoDriftAndToldAsLeftOut() throws Exception {
        Path settings = Files.writeString(
                directory.resolve("left-out.yaml"), """
                environments:
                  staging: {url: "%s", schemas: {exclude: [pub*]}, kinds: {exclude: [migration, "platform_*"]}}
                  production: {url: "%s"}
                comparisons:
                  - {baseline: staging, target: production}
                """.formatted(staging.readerUrl(), production.readerUrl()));
        EvenkeelProcess.Result result = EvenkeelProcess.run(
                Map.of(),
                "compare",
                "--config=" + settings,
                "--baseline=staging",
                "--baseline-password-file=" + directory.resolve("staging"),
                "--target=production",
                "--target-password-file=" + directory.resolve("production"),
                "--format=table");

        assertThat(result.out())
                .as(result.err())
                .contains("in sync", "left out by settings (schemas: all but pub*)")
                .contains("in schemas that the settings of one side leave out")
                .contains("left out by settings (kinds)");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void theOtherDirectionIsTheMirror() throws Exception {
        List<String> mirrored = Findings.of(
                        compare(production, staging, "--format", "json").out())
                .stream()
                .map(line -> line.replaceFirst("^\\w+ ", ""))
                .map(line -> line.startsWith("missing")
                        ? line.replaceFirst("missing", "unexpected")
                        : line.replaceFirst("unexpected", "missing"))
                .sorted()
                .toList();

        assertThat(mirrored)
                .containsExactlyElementsOf(Findings.expected(EXPECTED).stream()
                        .map(line -> line.replaceFirst("^\\w+ ", ""))
                        .sorted()
                        .toList());
    }

    @Test
    void aDatabaseAgainstItselfIsInSync() throws Exception {
        EvenkeelProcess.Result result = compare(production, production, "--format", "json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Findings.of(result.out())).isEmpty();
        assertThat(new ObjectMapper().readTree(result.out()).path("status").asText())
                .isEqualTo("in-sync");
    }

    @Test
    void onlyDriftAtTheThresholdFails() throws Exception {
        EvenkeelProcess.Result table = compare(staging, production, "--fail-on", "critical");
        assertThat(table.exitCode()).isEqualTo(1);
        assertThat(table.out()).contains("call_classification").doesNotContain("\u001b");
        EvenkeelProcess.Result markdown = compare(staging, production, "--format", "markdown");
        assertThat(markdown.out()).startsWith("#").contains("20251113145425");
    }

    @Test
    void acceptedDriftIsInSyncUntilItTakesAnotherShape() throws Exception {
        String json = compare(staging, production, "--format", "json").out();
        Path report = Files.writeString(directory.resolve("report.json"), json);
        EvenkeelProcess.Result generated =
                EvenkeelProcess.run(Map.of(), "rules", "generate", "--report", report.toString());
        assertThat(generated.exitCode()).as(generated.err()).isZero();
        Path rules = Files.writeString(directory.resolve("rules.yaml"), generated.out());
        EvenkeelProcess.Result unfinished = compare(staging, production, "--rules", rules.toString());
        assertThat(unfinished.exitCode()).isEqualTo(2);
        assertThat(unfinished.err()).contains("rules[22].accept.reason: expected what a person wrote");

        Files.writeString(rules, generated.out().replace("FILL-IN", "somebody"));
        EvenkeelProcess.Result tested =
                EvenkeelProcess.run(Map.of(), "rules", "test", rules.toString(), "--report", report.toString());
        assertThat(tested.out()).contains("then: 12 accepted, critical; 2 accepted, info; 9 accepted, warning");
        EvenkeelProcess.Result accepted = compare(staging, production, "--rules", rules.toString());
        assertThat(accepted.exitCode()).as(accepted.out()).isZero();
        assertThat(accepted.out()).contains("in sync").contains("ACCEPTED 23");
        Files.writeString(rules, Files.readString(rules).replace("shape: \"", "shape: \"0"));
        assertThat(compare(staging, production, "--rules", rules.toString()).exitCode())
                .isEqualTo(1);
    }
}
