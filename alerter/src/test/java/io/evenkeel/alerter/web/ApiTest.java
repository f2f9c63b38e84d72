package io.evenkeel.alerter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.wire.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
    private static final ConsoleFixture CONSOLE = new ConsoleFixture(SampleBoard::rich);

    @AfterAll
    static void close() {
        CONSOLE.close();
    }

    @Test
    void environmentsSayHowTheyStandAndHowOldTheyAre() throws Exception {
        Map<?, ?> document = json("/api/v1/environments", 200);
        assertThat(document.get("format")).isEqualTo(1);
        assertThat(document.get("at")).isEqualTo("2026-11-22T12:00:00Z");
        List<Map<?, ?>> environments = list(document, "environments");
        assertThat(environments.stream().map(each -> String.valueOf(each.get("status"))))
                .containsExactly("unknown", "unknown", "drifted", "in-sync", "in-sync");
        assertThat(environments.getFirst().containsKey("snapshotAgeSeconds")).isFalse();
        Map<?, ?> preview = environments.get(1);
        assertThat(preview.get("environment")).isEqualTo("preview-42");
        assertThat(preview.get("snapshotAgeSeconds")).isEqualTo(4_000);
        assertThat(list(preview, "unknown").getFirst().get("reason")).isEqualTo("unreachable");
        assertThat(list(environments.get(2), "comparisons").getFirst())
                .hasToString(
                        "{baseline=staging, status=drifted, heardAt=2026-11-22T11:59:56Z, critical=14, warning=4, info=2, held=0, accepted=0, ignored=0}");
    }

    @Test
    void driftIsOneReportForEachComparison() throws Exception {
        Map<?, ?> document = json("/api/v1/drift", 200);
        assertThat(document.get("format")).isEqualTo(1);
        assertThat(list(document, "reports")).hasSize(4);
        Map<?, ?> production = report("/api/v1/drift?baseline=staging&environment=production");
        assertThat(production.get("format")).isEqualTo(1);
        assertThat(production.get("status")).isEqualTo("drifted");
        assertThat(list(production, "drift")).hasSize(20);
        assertThat(list(production, "drift").getFirst().get("key"))
                .isEqualTo(List.of("migration", "supabase", "schema_migrations", "20251113145425"));
    }

    @Test
    void aFilterShortensTheDriftAndNeverTheStatus() throws Exception {
        Map<?, ?> views = report("/api/v1/drift?environment=production&kind=view&severity=warning");
        assertThat(list(views, "drift")).hasSize(2);
        Map<?, ?> nothing = report("/api/v1/drift?environment=production&kind=schema");
        assertThat(list(nothing, "drift")).isEmpty();
        assertThat(nothing.get("status")).isEqualTo("drifted");
        assertThat(list(nothing, "counts")).isNotEmpty();
    }

    @Test
    void eventsAreNewestFirst() throws Exception {
        List<Map<?, ?>> events = list(json("/api/v1/events?limit=3", 200), "events");
        assertThat(events.stream().map(each -> String.valueOf(each.get("position"))))
                .containsExactly("1000", "999", "998");
        assertThat(events.getFirst().get("type")).isEqualTo("opened");
        assertThat(list(json("/api/v1/events", 200), "events")).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /api/v1/drift?environment=prod | parameter 'environment': expected one of dev, preview-42, production, tenant-acme; found 'prod'
            /api/v1/drift?severity=bad | parameter 'severity': expected one of critical, warning, info; found 'bad'
            /api/v1/drift?limit=3 | parameter 'limit' is unknown: expected one of environment, baseline, kind, severity
            /api/v1/events?limit=0 | parameter 'limit': expected a whole number from 1 to 1000; found '0'
            /api/v1/events?limit=many | parameter 'limit': expected a whole number from 1 to 1000; found 'many'
            /api/v1/environments?kind=view | parameter 'kind' is unknown: expected no parameter
            """)
    void aBadParameterIsRefusedClearly(String path, String message) throws Exception {
        assertThat(json(path, 400).get("error")).isEqualTo(message);
    }

    private static Map<?, ?> report(String path) throws Exception {
        List<Map<?, ?>> reports = list(json(path, 200), "reports");
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }

    private static List<Map<?, ?>> list(Map<?, ?> document, String name) {
        List<Map<?, ?>> items = new ArrayList<>();
        for (Object item : (List<?>) Objects.requireNonNull(document.get(name), name)) {
            items.add((Map<?, ?>) item);
        }
        return items;
    }

    private static Map<?, ?> json(String path, int status) throws Exception {
        HttpResponse<String> answer = CONSOLE.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8), Map.class);
    }
}
