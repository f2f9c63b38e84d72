package io.evenkeel.alerter.notify.slack;

import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.Payload;
import io.evenkeel.alerter.notify.http.Target;
import java.util.Map;
import java.util.Optional;

/** Posts each message to an incoming webhook, which can change nothing that it once posted. */
final class SlackWebhook implements Notifier {
    private static final Map<String, String> HEADERS = Headers.json(Optional.empty());

    private final NotifierContext context;
    private final Target webhook;

    SlackWebhook(NotifierContext context, Target webhook) {
        this.context = context;
        this.webhook = webhook;
    }

    @Override
    public Outcome send(Message message) {
        if (message.events().isEmpty()) {
            return new Outcome.Delivered();
        }
        byte[] body = Payload.json(
                context.notice(message.comparison(), message.latest()), SlackMessage.MAX_BYTES, SlackMessage::of);
        return context.http().post(webhook, HEADERS, body);
    }
}
