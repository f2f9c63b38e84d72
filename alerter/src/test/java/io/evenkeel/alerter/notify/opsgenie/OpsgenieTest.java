package io.evenkeel.alerter.notify.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.notify.HttpNotifierKit;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.contract.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpsgenieTest extends HttpNotifierKit {
    @Override
    protected NotifierProvider provider() {
        return new OpsgenieProvider();
    }

    @Override
    protected String settings(URI address) {
        return "url: " + address + "\napi-key: " + SECRET + "\nteams: [database]\ntags: [drift]\n";
    }

    @Override
    protected ReceiverFixture.Reply usual() {
        return ReceiverFixture.Reply.of(202);
    }

    @Override
    protected int limit() {
        return 64 * 1024;
    }

    @Override
    protected void checkHostile(String sent) throws Exception {
        super.checkHostile(sent);
        checkLimits(sent);
    }

    private static void checkLimits(String sent) throws Exception {
        Map<?, ?> alert = Json.read(sent.getBytes(StandardCharsets.UTF_8), Map.class);
        assertThat(alert.get("message")).asString().isNotEmpty().hasSizeLessThanOrEqualTo(130);
        assertThat(alert.get("alias")).asString().hasSizeLessThanOrEqualTo(512);
        assertThat(alert.get("description")).asString().hasSizeLessThanOrEqualTo(15_000);
        assertThat(alert.get("priority")).isIn("P1", "P2", "P3", "P4", "P5");
    }

    @Test
    void whatIsNewIsOneAlert() throws Exception {
        notifier().send(Told.opened());

        ReceiverFixture.Request request = receiver.requests().getFirst();
        assertThat(request.path()).isEqualTo("/" + SECRET + "/v2/alerts");
        assertThat(request.headers()).containsEntry("Authorization", "GenieKey " + SECRET);
        assertGolden("opsgenie-create.json", request.body());
    }

    @Test
    void evenAHugeMessageKeepsOpsgeniesLimits() throws Exception {
        notifier().send(huge());
        checkLimits(sent().getFirst());
    }

    @Test
    void theLastOneGoneClosesTheAlert() throws Exception {
        notifier().send(Told.over(""));

        assertThat(receiver.requests()).hasSize(2);
        assertThat(receiver.requests().getFirst().path()).endsWith("/v2/alerts/msg_opened/close?identifierType=alias");
        assertGolden("opsgenie-close.json", sent().getFirst());
    }

    @Test
    void aPartGoneIsANote() {
        notifier().send(Told.partly(""));

        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.requests().getFirst().path()).endsWith("/v2/alerts/msg_opened/notes?identifierType=alias");
        assertThat(sent().getFirst()).contains("1 of 2 drifts still open");
    }
}
