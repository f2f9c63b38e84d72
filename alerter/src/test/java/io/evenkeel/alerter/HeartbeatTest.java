package io.evenkeel.alerter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.alerter.report.Status;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsException;
import io.evenkeel.runtime.settings.SettingsFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dead man's switch hears of the alerter exactly as long as the whole way is alive. */
class HeartbeatTest {
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static String settings(ReceiverFixture there) {
        return """
                  stale-after: 3s
                  heartbeat:
                    url: %s
                    interval: 1s
                    allow-private: true
                """.formatted(there.uri("/ping/secret-path"));
    }

    @Test
    void beatsOnlyWhileEveryPartOfTheWayIsAlive() throws Exception {
        try (ReceiverFixture there = new ReceiverFixture();
                AlerterFixture alerter = new AlerterFixture(settings(there))) {
            // collectors alone are not enough
            await().during(SHORT).atMost(SHORT.multipliedBy(3)).until(() -> {
                collectorsSay(alerter, Samples.STAGING, Samples.PRODUCTION);
                return there.requests().isEmpty();
            });
            assertThat(alerter.get("/metrics").body())
                    .contains("evenkeel_pipeline_alive 0.0")
                    .containsPattern("evenkeel_heartbeats_total\\{result=\"withheld\"} [1-9]");

            alive(alerter, there);
            assertThat(there.requests().getFirst())
                    .satisfies(request -> assertThat(request.path()).isEqualTo("/ping/secret-path"))
                    .satisfies(request -> assertThat(request.body()).isEmpty());
            assertThat(alerter.get("/readyz?verbose").body()).contains("\"pipeline\":\"ok\"");

            // an analyzer that stands still
            silentWhile(there, alerter, () -> collectorsSay(alerter, Samples.STAGING, Samples.PRODUCTION));
            assertThat(alerter.get("/readyz?verbose"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                    .satisfies(answer -> assertThat(answer.body())
                            .contains("the analyzer on production against staging was last heard of at"));
            alive(alerter, there);

            // a collector that stands still
            silentWhile(there, alerter, () -> {
                collectorsSay(alerter, Samples.STAGING);
                alerter.evaluated(List.of());
            });
            assertThat(alerter.get("/readyz?verbose").body())
                    .contains("the collector of production was last heard of at");
            alive(alerter, there);
        }
    }

    private static void collectorsSay(AlerterFixture alerter, Environment... environments) {
        Stream.of(environments).forEach(each -> alerter.snapshot(each, List.of(), World.KINDS));
    }

    private static void alive(AlerterFixture alerter, ReceiverFixture there) throws Exception {
        int before = there.requests().size();
        await().until(() -> {
            collectorsSay(alerter, Samples.STAGING, Samples.PRODUCTION);
            alerter.evaluated(List.of());
            return there.requests().size() > before;
        });
        assertThat(alerter.get("/metrics").body())
                .contains("evenkeel_pipeline_alive 1.0")
                .containsPattern(
                        "evenkeel_pipeline_heartbeat_timestamp_seconds\\{baseline=\"staging\",environment=\"production\"} 1\\.");
    }

    /** Beats end, and stay away. */
    private static void silentWhile(ReceiverFixture there, AlerterFixture alerter, Runnable meanwhile) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            meanwhile.run();
            return alerter.get("/metrics").body().contains("evenkeel_pipeline_alive 0.0");
        });
        // one may be on its way
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        int sent = there.requests().size();
        await().during(SHORT).atMost(SHORT.multipliedBy(3)).until(() -> {
            meanwhile.run();
            return there.requests().size() == sent;
        });
    }

    @Test
    void whatMayVanishSilencesNothing() throws Exception {
        try (ReceiverFixture there = new ReceiverFixture();
                AlerterFixture alerter = new AlerterFixture(settings(there) + "    without: [prod*]\n")) {
            await().until(() -> {
                collectorsSay(alerter, Samples.STAGING);
                return !there.requests().isEmpty();
            });
            assertThat(alerter.service().board().environments())
                    .filteredOn(each -> each.environment().equals(Samples.PRODUCTION))
                    .singleElement()
                    .satisfies(each -> assertThat(each.status()).isEqualTo(Status.UNKNOWN));
        }
    }

    @Test
    void aRefusalIsCounted() throws Exception {
        try (ReceiverFixture there = new ReceiverFixture(ReceiverFixture.Reply.of(410));
                AlerterFixture alerter = new AlerterFixture(settings(there))) {
            await().until(() -> {
                collectorsSay(alerter, Samples.STAGING, Samples.PRODUCTION);
                alerter.evaluated(List.of());
                return alerter.get("/metrics")
                        .body()
                        .matches("(?s).*evenkeel_heartbeats_total\\{result=\"refused\"} [1-9].*");
            });
        }
    }

    @Test
    void aPrivateAddressHasToBeAllowed() {
        Section root = SettingsFile.parse(
                "test", "alerter:\n  heartbeat:\n    url: http://10.0.0.1/ping\n    intervall: 1m\n", Map.of());
        AlerterSettings.from(root);

        assertThatThrownBy(root::check)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("alerter.heartbeat.url: expected https://")
                .hasMessageContaining("did you mean 'interval'?");
    }
}
