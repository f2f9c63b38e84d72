package io.evenkeel.alerter.notify.pagerduty;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.notify.HttpNotifierKit;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PagerDutyTest extends HttpNotifierKit {
    @Override
    protected NotifierProvider provider() {
        return new PagerDutyProvider();
    }

    @Override
    protected String settings(URI address) {
        return "url: " + address + "\nrouting-key: " + SECRET + "\n";
    }

    @Override
    protected ReceiverFixture.Reply usual() {
        return ReceiverFixture.Reply.of(202);
    }

    @Override
    protected int limit() {
        return 512 * 1024;
    }

    @Override
    protected void checkHostile(String sent) throws Exception {
        super.checkHostile(sent);
        checkLimits(sent);
    }

    private static void checkLimits(String sent) throws Exception {
        Map<?, ?> event = Json.read(sent.getBytes(StandardCharsets.UTF_8), Map.class);
        Map<?, ?> payload = (Map<?, ?>) requireNonNull(event.get("payload"));
        assertThat(event.get("dedup_key")).asString().hasSizeLessThanOrEqualTo(255);
        assertThat(payload.get("summary")).asString().isNotEmpty().hasSizeLessThanOrEqualTo(1024);
        assertThat(payload.get("source")).asString().isNotEmpty();
        assertThat(payload.get("severity")).isIn("critical", "error", "warning", "info");
    }

    @Test
    void whatIsNewTriggersOneAlert() throws Exception {
        notifier().send(Told.opened());

        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.requests().getFirst().path()).isEqualTo("/" + SECRET + "/v2/enqueue");
        assertGolden("pagerduty-trigger.json", sent().getFirst());
        checkLimits(sent().getFirst());
    }

    @Test
    void evenAHugeMessageKeepsPagerDutysLimits() throws Exception {
        notifier().send(huge());
        checkLimits(sent().getFirst());
    }

    @Test
    void theLastOneGoneResolvesTheAlert() throws Exception {
        notifier().send(Told.over(""));

        assertThat(receiver.requests()).hasSize(2);
        assertGolden("pagerduty-resolve.json", sent().getFirst());
        assertThat(sent().getLast()).contains("\"dedup_key\":\"msg_over\"", "\"event_action\":\"trigger\"");
    }

    @Test
    void aPartGoneTellsNothing() {
        assertThat(notifier().send(Told.partly(""))).isInstanceOf(Outcome.Delivered.class);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void anotherShapeTriggersTheSameAlert() {
        notifier().send(Told.changed(""));
        assertThat(sent())
                .singleElement()
                .asString()
                .contains("\"dedup_key\":\"msg_opened\"", "\"event_action\":\"trigger\"");
    }

    @Test
    void whatCameAndWentUntoldTellsNothing() {
        assertThat(notifier().send(message(Told.COLUMN_RESOLVED))).isInstanceOf(Outcome.Delivered.class);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void anAppliedMigrationIsAChangeEvent() throws Exception {
        Drift missing = migration(Drifts.drift(Severity.CRITICAL, Change.MISSING, "migration", "20261122", "add_t"));

        notifier().send(message(Drifts.event(missing, DriftEvent.Type.RESOLVED, Samples.NOON)));

        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.requests().getFirst().path()).isEqualTo("/" + SECRET + "/v2/change/enqueue");
        assertGolden("pagerduty-change.json", sent().getFirst());
    }

    @Test
    void aMigrationThatPeopleAcceptedAsMissingWasNotApplied() {
        Drift missing = migration(Drifts.drift(Severity.CRITICAL, Change.MISSING, "migration", "20261122", "add_t"));
        Message ended = message(Drifts.event(missing, DriftEvent.Type.RESOLVED, Samples.NOON));

        notifier()
                .send(new Message(
                        ended.id(),
                        ended.comparison(),
                        ended.told(),
                        ended.fresh(),
                        ended.conversations(),
                        Set.of(ended.events().getFirst().id())));

        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void changeEventsCanBeTurnedOff() {
        Drift missing = migration(Drifts.drift(Severity.CRITICAL, Change.MISSING, "migration", "20261122", "add_t"));
        notifier(settings(receiver.uri("")) + "allow-private: true\nchange-events: false\n")
                .send(message(Drifts.event(missing, DriftEvent.Type.RESOLVED, Samples.NOON)));
        assertThat(receiver.requests()).isEmpty();
    }

    private static Drift migration(Drift drift) {
        return new Drift(
                drift.id(),
                drift.comparison(),
                drift.difference(),
                "migration",
                drift.order(),
                drift.severity(),
                drift.advice(),
                drift.baseline(),
                drift.target(),
                drift.openedAt(),
                drift.changedAt(),
                Optional.empty());
    }

    @Test
    void anUnknownRegionIsRefused() {
        assertThatThrownBy(() -> read("routing-key: k\nregion: mars\n")).hasMessageContaining("us or eu");
        assertThatThrownBy(() -> read("region: eu\n")).hasMessageContaining("routing-key");
    }
}
