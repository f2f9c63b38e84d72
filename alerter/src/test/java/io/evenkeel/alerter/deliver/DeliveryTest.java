package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.AlerterFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.World;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final String PENDING = "select 1 from evenkeel.delivery where state = 'pending'";

    private final ReceiverFixture webhook = new ReceiverFixture();
    private final ReceiverFixture alertmanager = new ReceiverFixture();
    private final Drift column = Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c");
    private final Drift policy = Drifts.drift(Severity.CRITICAL, Change.MISSING, "policy", "public", "t", "p");
    private AlerterFixture alerter;

    @BeforeEach
    void start() {
        alerter = new AlerterFixture("""
                  receivers:
                    hook:
                      type: webhook
                      url: %s
                      allow-private: true
                      min-severity: warning
                    pager:
                      type: alertmanager
                      urls: [%s]
                      min-severity: critical
                """.formatted(webhook.uri("/hook"), alertmanager.uri("")));
    }

    @AfterEach
    void close() {
        alerter.close();
        webhook.close();
        alertmanager.close();
    }

    @Test
    void eventsGoOutTogetherAndARepeatIsTheSameMessage() {
        webhook.reply(ReceiverFixture.Reply.of(503));

        alerter.happened(Drifts.opened(column), Drifts.opened(policy));

        await().until(() ->
                webhook.requests().size() == 2 && alerter.audit.rows(PENDING).isEmpty());
        assertThat(webhook.requests())
                .extracting(request -> request.headers().get("webhook-id"))
                .containsOnly(webhook.requests().getFirst().headers().get("webhook-id"));
        assertThat(webhook.requests().getLast().body()).contains(column.id(), policy.id());
        await().until(() -> alertmanager.requests().size() == 1);
        assertThat(alertmanager.requests().getFirst().body())
                .contains(policy.id())
                .doesNotContain(column.id());
    }

    @Test
    void whatIsRefusedBecomesADeadLetterAndTheNextGoesOn() throws Exception {
        webhook.reply(ReceiverFixture.Reply.of(400));

        alerter.happened(Drifts.opened(column));
        await().until(() -> !alerter.audit
                .rows("select 1 from evenkeel.delivery where state = 'dead' and last_result like '%answered 400'")
                .isEmpty());
        alerter.happened(Drifts.event(column, DriftEvent.Type.RESOLVED, Instant.now()));

        await().until(() ->
                webhook.requests().size() == 2 && alerter.audit.rows(PENDING).isEmpty());
        await().untilAsserted(() -> assertThat(alerter.get("/metrics").body())
                .contains(
                        "evenkeel_notification_dead_letters{channel=\"hook\"} 1.0",
                        "evenkeel_notification_queue{channel=\"hook\"} 0.0",
                        "evenkeel_notifications_total{channel=\"hook\",result=\"refused\"} 1.0",
                        "evenkeel_notifications_total{channel=\"hook\",result=\"delivered\"} 1.0"));
    }

    @Test
    void aRestartTellsNothingTwiceAndRemindsOfWhatIsOpen() {
        alerter.snapshot(Samples.STAGING, World.staging(), World.KINDS);
        alerter.snapshot(Samples.PRODUCTION, World.production(), World.KINDS);
        alerter.evaluated(List.of(policy));
        alerter.happened(Drifts.opened(policy));
        await().until(() ->
                webhook.requests().size() == 1 && alertmanager.requests().size() == 1);
        alerter.showing(1);

        alerter.restart();

        await().until(() -> alertmanager.requests().size() == 2);
        assertThat(alertmanager.requests().getLast().body()).contains(policy.id());
        alerter.happened(Drifts.opened(policy), Drifts.opened(column));
        await().until(() -> webhook.requests().size() == 2);
        assertThat(webhook.requests().getLast().body()).contains(column.id()).doesNotContain(policy.id());
    }
}
