package io.evenkeel.alerter.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierKit;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.runtime.settings.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookTest extends NotifierKit {
    @Override
    protected NotifierProvider provider() {
        return new WebhookProvider();
    }

    @Override
    protected String settings(URI address) {
        return "url: " + address + "\nsecret: " + SECRET + "\n";
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
