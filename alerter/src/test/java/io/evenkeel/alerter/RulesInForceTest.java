package io.evenkeel.alerter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.contract.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of a running alerter: from files that change, and made over HTTP. */
class RulesInForceTest {
    private static final String TOKEN = "a-token-of-some-length";
    private static final String CODE = "{name: code, match: {category: code}, ignore: true}";
    private static final String REST = "{name: rest, match: {kind: '*'}, "
            + "accept: {until: 2999-01-01, owner: jane, reason: a world that drifted}}";
    private static final String RECORD = """
            {"by": "joe", "rules": [{"name": "from-joe", "match": {"kind": "policy"}, "severity": "info"}]}""";

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private AlerterFixture alerter;

    @BeforeEach
    void start() throws Exception {
        write(CODE);
        alerter = new AlerterFixture("  rules: [" + directory + "]\n  write-token: " + TOKEN + "\n");
        alerter.snapshot(Samples.STAGING, World.staging(), World.KINDS);
        alerter.snapshot(Samples.PRODUCTION, World.production(), World.KINDS);
        alerter.evaluated(World.drifts());
        alerter.showing(9);
    }

    @AfterEach
    void stop() {
        alerter.close();
        client.close();
    }

    private void write(String... rules) throws Exception {
        Files.writeString(directory.resolve("rules.yaml"), "rules:\n- " + String.join("\n- ", rules) + "\n");
    }

    private Report report() {
        return alerter.service().report(Drifts.PRODUCTION);
    }

    private int ask(String method, String path, String token, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + alerter.service().port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void aChangedFileIsTakenUpAndABadOneKeepsTheOld() throws Exception {
        assertThat(report().ignored()).hasSize(2);
        assertThat(alerter.get("/metrics").body())
                .contains(
                        "evenkeel_drift_ignored_objects{baseline=\"staging\",environment=\"production\"} 2",
                        "evenkeel_rules{state=\"active\"} 1",
                        "evenkeel_rules_last_reload_successful 1");

        write(CODE, REST);
        await().atMost(Duration.ofSeconds(10)).until(() -> report().accepted().size() == 9);
        assertThat(report().drift()).isEmpty();
        assertThat(alerter.get("/").body()).contains("a world that drifted", "9 accepted until a date");

        write("{name: code, match: {kid: x}, ignore: true}");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> alerter.get("/metrics").body().contains("evenkeel_rules_last_reload_successful 0"));
        assertThat(report().accepted()).hasSize(9);
        assertThat(alerter.get("/").body()).contains("the old ones stay in force", "did you mean");

        write("{name: nobody, match: {kind: nothing}, ignore: true}");
        alerter.showing(11);
        assertThat(alerter.get("/api/v1/rules").body())
                .contains("\"state\":\"idle\"")
                .doesNotContain("trouble");
    }

    @Test
    void whoHasTheTokenMakesAndEndsRulesThatStay() throws Exception {
        String json = "application/json";
        assertThat(ask("POST", "/api/v1/rules", "another-token-of-it", json, RECORD))
                .isEqualTo(401);
        assertThat(ask("POST", "/api/v1/rules", TOKEN, "text/plain", RECORD)).isEqualTo(415);
        assertThat(ask("POST", "/api/v1/rules", TOKEN, json, RECORD.replace("kind", "kid")))
                .isEqualTo(400);
        assertThat(ask("POST", "/api/v1/rules", TOKEN, json, RECORD.replace("joe\"", "\"")))
                .isEqualTo(400);
        assertThat(ask("POST", "/api/v1/rules", TOKEN, json, "[]")).isEqualTo(400);
        assertThat(ask("POST", "/api/v1/rules", TOKEN, json, RECORD)).isEqualTo(201);
        assertThat(report().drift())
                .filteredOn(finding -> finding.category().equals("security"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity().word()).isEqualTo("info");
                    assertThat(finding.disposition()).isEqualTo(Disposition.OPEN);
                    assertThat(finding.ruling().judgement().rule()).contains("from-joe");
                });
        assertThat(ask("POST", "/api/v1/rules", TOKEN, json, RECORD)).isEqualTo(400);

        alerter.restart();
        alerter.showing(9);
        assertThat(alerter.get("/api/v1/rules").body()).contains("\"name\":\"from-joe\",\"origin\":\"record\"");

        assertThat(ask("DELETE", "/api/v1/rules/code?by=joe", TOKEN, json, "")).isEqualTo(404);
        assertThat(ask("DELETE", "/api/v1/rules/from-joe?by=ann", TOKEN, json, ""))
                .isEqualTo(200);
        assertThat(alerter.get("/api/v1/rules").body()).doesNotContain("from-joe");
        assertThat(alerter.audit.rows("select name, made_by, ended_by from evenkeel.rule"))
                .containsExactly("from-joe joe ann");
    }

    @Test
    void withoutATokenNobodyMakesRules() throws Exception {
        try (AlerterFixture closed = new AlerterFixture("")) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + closed.service().port() + "/api/v1/rules"))
                    .POST(HttpRequest.BodyPublishers.ofString(RECORD))
                    .header("Authorization", "Bearer ")
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
