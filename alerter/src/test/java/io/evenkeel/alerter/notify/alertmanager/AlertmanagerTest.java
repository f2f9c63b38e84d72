package io.evenkeel.alerter.notify.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.notify.HttpNotifierKit;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.alerter.notify.RemindingNotifier;
import io.evenkeel.alerter.notify.Standing;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertmanagerTest extends HttpNotifierKit {
    @Override
    protected NotifierProvider provider() {
        return new AlertmanagerProvider();
    }

    @Override
    protected String settings(URI address) {
        return "urls: [" + address + "]\nmax-alerts: 3\n";
    }

    @Override
    protected int limit() {
        return 512 * 1024;
    }

    @Test
    void openDriftsFireAndResolvedOnesEnd() throws Exception {
        notifier().send(message());

        assertThat(receiver.requests().getFirst().path()).isEqualTo("/" + SECRET + "/api/v2/alerts");
        List<Map<String, Object>> alerts = alerts();
        assertThat(alerts).hasSize(2);
        assertThat(alerts.getFirst().get("labels"))
                .asString()
                .contains(
                        "alertname=EvenkeelDrift",
                        "baseline=staging",
                        "change=missing",
                        "environment=production",
                        "kind=policy",
                        "severity=critical",
                        "fingerprint=episode-");
        assertThat(alerts.getFirst())
                .containsEntry("startsAt", "2026-11-22T12:00:00Z")
                .containsEntry("endsAt", "2026-11-22T12:04:00Z")
                .containsEntry("generatorURL", "https://console.example/?environment=production&baseline=staging");
        assertThat(alerts.getLast()).containsEntry("endsAt", "2026-11-22T12:00:00Z");
    }

    @Test
    void pastTheLimitOneAlertStandsForTheRest() throws Exception {
        List<Drift> drifts = IntStream.range(0, 10)
                .mapToObj(i -> Drifts.drift(
                        i == 9 ? Severity.CRITICAL : Severity.WARNING,
                        Change.MISSING,
                        "column",
                        "public",
                        "t",
                        "c" + i))
                .toList();

        ((RemindingNotifier) notifier()).remind(new Standing(drifts, List.of()));

        List<Map<String, Object>> alerts = alerts();
        assertThat(alerts).hasSize(4);
        assertThat(alerts.getFirst().get("labels")).asString().contains("severity=critical");
        assertThat(alerts.getLast().get("labels")).asString().contains("alertname=EvenkeelDriftOverflow");
        assertThat(alerts.getLast().get("annotations")).asString().contains("7 more drifts");
    }

    @Test
    void everyMemberIsToldAndOneThatTakesItIsEnough() {
        try (ReceiverFixture second = new ReceiverFixture()) {
            receiver.reply(ReceiverFixture.Reply.of(503));
            URI both = URI.create(receiver.uri("/a") + "," + second.uri("/b"));
            Outcome outcome = notifier(both).send(message());

            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            assertThat(second.requests()).hasSize(1);
        }
    }

    @Test
    void aPrivateNetworkIsWhereItStandsAndAGateIsShownItsHeader() {
        Notifier notifier = notifier("urls: " + receiver.uri("") + "\nauthorization: Bearer " + SECRET + "\n");
        assertThat(notifier.send(message())).isInstanceOf(Outcome.Delivered.class);
        assertThat(receiver.requests().getFirst().headers()).containsEntry("Authorization", "Bearer " + SECRET);
    }

    @Test
    void theBodyIsAsExpected() throws Exception {
        notifier().send(Told.opened());
        assertGolden("alertmanager.json", sent().getFirst());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> alerts() throws Exception {
        return Json.read(receiver.requests().getFirst().body().getBytes(StandardCharsets.UTF_8), List.class);
    }
}
