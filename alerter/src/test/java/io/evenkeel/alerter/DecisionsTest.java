package io.evenkeel.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.Decisions;
import io.evenkeel.alerter.audit.Verification;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.contract.Samples;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions made over the API and on the console, and what the audit trail keeps of them. */
class DecisionsTest {
    private static final String TOKEN = "a-token-of-some-length";
    private static final String SILENCE = """
            {"by": "jane", "type": "silence", "target": "production", "object": "public.*", "reason": "a move", "for": "8h"}""";
    private static final String RULE = """
            {"by": "joe", "rules": [{"name": "from-joe", "match": {"kind": "policy"}, "severity": "info"}]}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private AlerterFixture alerter;

    @BeforeEach
    void start() {
        alerter = new AlerterFixture("  write-token: " + TOKEN + "\n");
        alerter.snapshot(Samples.STAGING, World.staging(), World.KINDS);
        alerter.snapshot(Samples.PRODUCTION, World.production(), World.KINDS);
        alerter.evaluated(World.drifts());
        alerter.showing(11);
    }

    @AfterEach
    void stop() {
        alerter.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + alerter.service().port() + path));
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        return client.send(
                request(path)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> submit(String path, Map<String, String> fields, String... headers) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private List<Verification.Fault> faults() {
        try (AuditDatabase database = AuditDatabase.open(alerter.audit.settings())) {
            return Verification.of(database).faults();
        }
    }

    private List<Decisions.Decision> decisions() {
        try (AuditDatabase database = AuditDatabase.open(alerter.audit.settings())) {
            return Decisions.between(database, Optional.empty(), Optional.empty(), 100);
        }
    }

    @Test
    void quietTimesAreMadeListedAndEndedOverHttp() throws Exception {
        assertThat(ask("POST", "/api/v1/quiet", SILENCE.replace("production", "prod"))
                        .body())
                .contains("target: expected one of the environments", "found 'prod'");
        assertThat(ask("POST", "/api/v1/quiet", SILENCE.replace("8h", "800d")).statusCode())
                .isEqualTo(400);
        assertThat(ask("POST", "/api/v1/quiet", SILENCE.replace("target", "tarket"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("POST", "/api/v1/quiet", SILENCE.replace("a move", " ")).statusCode())
                .isEqualTo(400);
        assertThat(submit("/api/v1/quiet", Map.of()).statusCode()).isEqualTo(401);

        assertThat(ask("POST", "/api/v1/quiet", SILENCE).statusCode()).isEqualTo(201);
        assertThat(alerter.get("/api/v1/quiet").body())
                .contains("\"id\":1", "\"author\":\"jane\"", "\"type\":\"silence\"", "\"object\":\"public.*\"");

        assertThat(ask("DELETE", "/api/v1/quiet/1?by=ann", "").statusCode()).isEqualTo(200);
        assertThat(ask("DELETE", "/api/v1/quiet/1?by=ann", "").statusCode()).isEqualTo(404);
        assertThat(alerter.get("/api/v1/quiet").body()).contains("\"quiet\":[]");
        assertThat(decisions())
                .extracting(each -> each.what() + " " + each.actor())
                .containsExactly("quiet_ended ann", "quiet_begun jane");
        assertThat(faults()).isEmpty();
    }

    @Test
    void anAlteredDecisionIsFoundAndNamed() throws Exception {
        ask("POST", "/api/v1/quiet", SILENCE);
        ask("POST", "/api/v1/rules", RULE);
        ask("DELETE", "/api/v1/rules/from-joe?by=ann", "");
        assertThat(faults()).isEmpty();

        found(
                "update evenkeel.decision set actor = 'eve' where what = 'rule_made'",
                "decision id 2: altered",
                "rule id 1");
        found("update evenkeel.rule set made_by = 'eve'", "rule id 1: not as anybody decided it");
        found("update evenkeel.rule set ended_at = null, ended_by = null", "rule id 1: not as anybody decided it");
        found(
                "update evenkeel.quiet set ends_at = ends_at + interval '1 day'",
                "quiet id 1: not as anybody decided it");
        found("update evenkeel.quiet set object = '*'", "quiet id 1: not as anybody decided it");
        found("delete from evenkeel.quiet", "quiet id 1: gone");
        found("""
                insert into evenkeel.rule (name, rule, made_by, made_at) values ('x', '{"name": "x"}', 'jane', now())
                """, "rule id 2: not as anybody decided it");
    }

    /** Alters it, and puts it back. */
    private void found(String sql, String... expected) {
        alerter.audit.execute(
                "create table kept as table evenkeel.decision",
                "create table rules as table evenkeel.rule",
                "create table quiets as table evenkeel.quiet",
                sql);
        assertThat(faults().toString()).as(sql).contains(expected);
        alerter.audit.execute(
                "delete from evenkeel.decision",
                "insert into evenkeel.decision overriding system value table kept",
                "delete from evenkeel.rule",
                "insert into evenkeel.rule overriding system value table rules",
                "delete from evenkeel.quiet",
                "insert into evenkeel.quiet overriding system value table quiets",
                "drop table kept, rules, quiets");
        assertThat(faults()).as("put back after " + sql).isEmpty();
    }

    @Test
    void theConsoleAcceptsAsBaselineAndWithdraws() throws Exception {
        String path = "/decide?drift=episode-view-public-v_calls";
        assertThat(alerter.get("/").body()).contains(path);
        assertThat(alerter.get(path).body())
                .contains("Accept it as baseline", "view public.v_calls", "method=\"post\"")
                .doesNotContain(TOKEN);

        Map<String, String> form =
                Map.of("decision", "BASELINE", "by", "jane", "reason", "meant so", "until", "", "token", TOKEN);
        assertThat(submit(path, with(form, "token", "another-token-of-it")).body())
                .contains("Not taken: token:", "value=\"meant so\"")
                .doesNotContain("another-token-of-it");
        assertThat(submit(path, form, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(400);
        assertThat(submit(path, with(form, "reason", "")).body()).contains("why: expected a reason");
        assertThat(submit(path, with(form, "decision", "ACCEPT")).body()).contains("until");
        assertThat(alerter.service().report(Drifts.PRODUCTION).accepted()).isEmpty();

        assertThat(submit(path, form).statusCode()).isEqualTo(303);
        assertThat(alerter.service().report(Drifts.PRODUCTION).accepted())
                .singleElement()
                .satisfies(finding -> assertThat(finding.disposition()).isEqualTo(Disposition.ACCEPTED));
        assertThat(submit(path, form).statusCode()).isEqualTo(404);
        assertThat(alerter.get("/").body()).contains("until it changes", "meant so");

        String rule = alerter.service().board().rules().getFirst().rule().name();
        assertThat(alerter.get("/withdraw?name=" + rule).body()).contains("End a rule", rule);
        assertThat(submit("/withdraw?name=" + rule, Map.of("by", "ann", "token", "no"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(submit("/withdraw?name=" + rule, Map.of("by", "ann", "token", TOKEN))
                        .statusCode())
                .isEqualTo(303);
        assertThat(alerter.service().report(Drifts.PRODUCTION).accepted()).isEmpty();
        assertThat(decisions())
                .extracting(each -> each.what() + " " + each.actor())
                .containsExactly("rule_ended ann", "rule_made jane");
    }

    private static Map<String, String> with(Map<String, String> form, String key, String value) {
        Map<String, String> changed = new java.util.HashMap<>(form);
        changed.put(key, value);
        return changed;
    }
}
