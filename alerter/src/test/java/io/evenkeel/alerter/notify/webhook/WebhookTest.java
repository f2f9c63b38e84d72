package io.evenkeel.alerter.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.notify.HttpNotifierKit;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.runtime.settings.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WebhookTest extends HttpNotifierKit {
    @Override
    protected NotifierProvider provider() {
        return new WebhookProvider();
    }

    @Override
    protected String settings(URI address) {
        return "url: " + address + "\nsecret: " + SECRET + "\n";
    }

    @Override
    protected int limit() {
        return 1024 * 1024;
    }

    @Override
    protected String cutMark() {
        return "\"evenkeelcut\":\"attributes\"";
    }

    @Test
    void aRepeatCarriesTheSameIdAndIsSigned() {
        receiver.reply(ReceiverFixture.Reply.of(503));
        Notifier notifier = notifier();
        notifier.send(message());
        notifier.send(message());

        assertThat(receiver.requests()).hasSize(2).allSatisfy(request -> {
            long seconds = Samples.NOON.getEpochSecond();
            assertThat(request.headers())
                    .containsEntry("webhook-id", "msg_1")
                    .containsEntry("webhook-timestamp", String.valueOf(seconds))
                    .containsEntry(
                            "webhook-signature",
                            Signature.with(new Secret(SECRET))
                                    .of("msg_1", seconds, request.body().getBytes(StandardCharsets.UTF_8)));
            assertThat(request.headers().get("content-type")).startsWith("application/cloudevents-batch+json");
            assertThat(request.body())
                    .contains("\"type\":\"io.evenkeel.drift.opened.v1\"", "\"type\":\"io.evenkeel.drift.resolved.v1\"");
        });
    }

    @Test
    void duringARotationEachSecretSigns() {
        notifier("url: " + receiver.uri("") + "\nsecret: [old, new]\nallow-private: true\n")
                .send(message());
        ReceiverFixture.Request request = receiver.requests().getFirst();
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        long seconds = Samples.NOON.getEpochSecond();
        assertThat(request.headers())
                .containsEntry(
                        "webhook-signature",
                        Signature.with(new Secret("old")).of("msg_1", seconds, body) + " "
                                + Signature.with(new Secret("new")).of("msg_1", seconds, body));
    }

    @Test
    void whatIsCutStillSaysWhoAndWhy() throws Exception {
        String long1 = "x".repeat(600_000);
        Drift large = Drifts.drift(
                        Severity.WARNING,
                        Change.DIFFERENT,
                        List.of(Drifts.texts("definition", long1, long1 + "y")),
                        new TreeMap<>(),
                        "function",
                        "public",
                        "f")
                .from(Told.COLUMN.attribution());

        notifier().send(message(Drifts.opened(large), Drifts.opened(Told.POLICY)));

        assertThat(sent().getFirst())
                .hasSizeLessThan(limit())
                .contains(cutMark(), "\"sessionRole\":\"anna\"", "\"label\":\"42 row security\"");
    }

    @Test
    void theBodyIsAsExpected() throws Exception {
        notifier().send(Told.opened());
        assertGolden("webhook.json", sent().getFirst());
    }

    /** What the specification's JSON schema asks of each event. */
    @Test
    @SuppressWarnings("unchecked")
    void everyEventIsACloudEvent() throws Exception {
        notifier().send(huge());
        List<Map<String, Object>> events = Json.read(sent().getFirst().getBytes(StandardCharsets.UTF_8), List.class);
        assertThat(events).hasSize(200).allSatisfy(event -> {
            assertThat(event).containsEntry("specversion", "1.0").containsKeys("id", "source", "type", "data");
            assertThat(event.keySet()).allMatch(name -> name.matches("[a-z0-9]{1,20}"));
        });
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void signsAsTheSpecificationsExample() {
        assertThat(Signature.with(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                        .of(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330,
                                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
