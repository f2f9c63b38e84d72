package io.evenkeel.alerter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Scope;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
    @Test
    void driftIsShownWithBothValuesAdviceAndAge() throws Exception {
        String page = page(SampleBoard.rich(), "/?environment=production");
        assertThat(page)
                .contains("public.v_arthur_calls_daily", "security_invoker")
                .contains("1.3<del>.0-cd0e1b31d52b394a0df64079406a14a4f7387cd6</del>")
                .contains("STANDARD, ANALYTICS, <ins>VECTOR</ins>")
                .contains("c.call_classification", "class=\"removed\"")
                .contains("with 21 grant", "2 h 23 min", "2026-11-22 09:36:40")
                .containsOnlyOnce("Apply the migration that creates it at once.");
    }

    @Test
    void theWorstStandsFirst() throws Exception {
        String page = page(SampleBoard.rich(), "/?environment=production");
        String drift = page.substring(page.indexOf("id=\"drift\""), page.indexOf("id=\"events\""));
        assertThat(drift)
                .containsSubsequence(
                        "<tbody class=\"critical\">", "<tbody class=\"warning\">", "<tbody class=\"info\">");
        assertThat(drift.lastIndexOf("<tbody class=\"critical\">"))
                .isLessThan(drift.indexOf("<tbody class=\"warning\">"));
    }

    @Test
    void whatIsUnknownIsNeverInSync() throws Exception {
        String page = page(SampleBoard.rich(), "/");
        assertThat(page)
                .contains("4 comparisons: 1 drifted, 2 unknown, 1 in sync")
                .contains("connection refused: preview-42.db.example:5432", "no complete snapshot has arrived yet")
                .contains("permission denied for pg_default_acl")
                .contains("preview-42 against staging, view: unknown; last known 3 drifts, worst critical")
                .contains("dev against staging, all kinds: unknown; last known 0 drifts")
                .contains("production against staging, grant: unknown; last known 0 drifts");
        assertThat(row(page, "dev")).contains("unknown", "none yet", "never").doesNotContain("in sync");
        assertThat(row(page, "preview-42")).contains("unknown", "unreachable").doesNotContain("in sync");
        assertThat(row(page, "tenant-acme"))
                .contains("in sync", ": promoted: timeline 1, now 2")
                .doesNotContain("unknown");
        assertThat(row(page, "staging")).contains("readable").doesNotContain("in sync");
    }

    private static String row(String page, String environment) {
        int start = page.indexOf("<th scope=\"row\" class=\"name\">" + environment + "</th>");
        return page.substring(start, page.indexOf("</tr>", start));
    }

    @Test
    void anEmptyWorldSaysThatNothingIsMeasured() throws Exception {
        assertThat(page(SampleBoard.empty(), "/"))
                .contains("Nothing is measured yet: no snapshot has arrived", "No event is recorded yet.")
                .doesNotContain("in sync<", "in-sync\"", "hold no drift");
        Scope nobody = new Scope(Set.of(), Set.of(), Duration.ofMinutes(1));
        assertThat(page(Board.of(AuditView.EMPTY, nobody, SampleBoard.NOW), "/"))
                .contains("No environment is configured")
                .doesNotContain("in sync<", "in-sync\"");
    }

    @Test
    void hostileNamesCannotWriteThePage() throws Exception {
        Drift hostile = SampleDrifts.drift(
                        Drifts.PRODUCTION,
                        Severity.WARNING,
                        Change.MISSING,
                        Map.of(),
                        "view",
                        "<script>alert(1)</script>",
                        "a\u202eb")
                .with("x\" onclick=\"y", SampleDrifts.text("</pre><img src=x onerror=y>\n\u001b[2J"), Value.NULL)
                .done();
        assertThat(page(SampleBoard.of(hostile), "/"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "a\\u202eb", "\\x1b[2J")
                .doesNotContain("<script>", "<img src=x", "\u202e", "\u001b");
    }

    @Test
    void carriageReturnsAndTabsThatDifferAreVisible() throws Exception {
        Drift spaces = SampleDrifts.drift(
                        Drifts.PRODUCTION, Severity.WARNING, Change.DIFFERENT, Map.of(), "function", "public", "f")
                .with("x\" onclick=\"y", SampleDrifts.text("begin\r\n\tend"), SampleDrifts.text("begin\n    end"))
                .done();
        assertThat(page(SampleBoard.of(spaces), "/"))
                .contains("begin\\r</code>", "\\tend</code>", "differ in x&#34; onclick=&#34;y: minus");
    }

    @Test
    void aFilterShortensTheListAndNotTheMatrix() throws Exception {
        String page = page(SampleBoard.rich(), "/?environment=production&kind=enum&severity=critical");
        assertThat(page)
                .contains("storage.buckettype", "1 of 20 shown", "<option value=\"enum\" selected>")
                .contains("Clear: environment production, kind enum, severity critical")
                .contains("preview-42 against staging, view: unknown")
                .doesNotContain("security_fixes_test_v2", "pg_repack");
    }

    @Test
    void anEmptyParameterIsNoFilter() throws Exception {
        assertThat(page(SampleBoard.rich(), "/?environment=&baseline=&kind=&severity="))
                .contains("security_fixes_test_v2", "pg_repack");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /?environment=prod | parameter 'environment': expected one of dev, preview-42, production, tenant-acme; found 'prod'
            /?baseline=production | parameter 'baseline': expected one of staging; found 'production'
            /?severity=high | expected one of critical, warning, info; found 'high'
            /?kind=%3Cscript%3E | found '&lt;script&gt;'
            /?kinds=table | parameter 'kinds' is unknown: expected one of environment, baseline, kind, severity
            /?kind=table&kind=view | parameter 'kind': expected one value, found 2
            """)
    void aBadParameterIsRefusedClearly(String path, String message) throws Exception {
        try (ConsoleFixture console = new ConsoleFixture(SampleBoard::rich)) {
            HttpResponse<String> answer = console.get(path);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(message).doesNotContain("<script>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/console.css", "/console/console.js", "/console/icon.svg"})
    void itsFilesAreServed(String path) throws Exception {
        try (ConsoleFixture console = new ConsoleFixture(SampleBoard::rich)) {
            assertThat(console.get(path).statusCode()).isEqualTo(200);
            assertThat(console.get("/console/Console.class").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void thePageHoldsNoInlineScriptOrStyle() throws Exception {
        assertThat(page(SampleBoard.rich(), "/"))
                .doesNotContain(" style=", "<style", " onclick", "<script>", "http://");
    }

    @Test
    void moreThanAPageCanShowIsSaid() throws Exception {
        Drift[] many = new Drift[350];
        for (int i = 0; i < many.length; i++) {
            many[i] = Drifts.drift(Severity.WARNING, Change.MISSING, "view", "public", "v" + i);
        }
        assertThat(page(SampleBoard.of(many), "/")).contains("350 open", "50 more are not shown here");
    }

    private static String page(Board board, String path) throws IOException, InterruptedException {
        try (ConsoleFixture console = new ConsoleFixture(() -> board)) {
            HttpResponse<String> answer = console.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            return answer.body();
        }
    }
}
