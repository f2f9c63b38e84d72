package io.evenkeel.alerter.notify.teams;

import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.Payload;
import io.evenkeel.alerter.notify.http.Target;
import java.util.Map;
import java.util.Optional;

/** Posts one card for each message: a workflow cannot change what it once posted. */
final class TeamsNotifier implements Notifier {
    /** Teams refuses messages of more than 28 KB; a part of that is its own. */
    private static final int MAX_BYTES = 24_000;

    private static final Map<String, String> HEADERS = Headers.json(Optional.empty());

    private final NotifierContext context;
    private final Target workflow;

    TeamsNotifier(NotifierContext context, Target workflow) {
        this.context = context;
        this.workflow = workflow;
    }

    @Override
    public Outcome send(Message message) {
        if (message.events().isEmpty()) {
            return new Outcome.Delivered();
        }
        byte[] body = Payload.json(context.notice(message.comparison(), message.latest()), MAX_BYTES, TeamsMessage::of);
        return context.http().post(workflow, HEADERS, body);
    }
}
