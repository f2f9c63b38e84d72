package io.evenkeel.alerter.notify.opsgenie;

import io.evenkeel.alerter.notify.Conversation;
import io.evenkeel.alerter.notify.Digest;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.Payload;
import io.evenkeel.alerter.notify.Steps;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.contract.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates one alert for the drifts of a message, with the message's id as alias, and closes it with the last of them. */
final class OpsgenieNotifier implements Notifier {
    /** Opsgenie's sum of a message's fields stays below this where each keeps its own limit. */
    private static final int MAX_BYTES = 64 * 1024;

    private final NotifierContext context;
    private final Target api;
    private final Map<String, String> headers;
    private final List<String> teams;
    private final List<String> tags;
    private final Steps steps;

    OpsgenieNotifier(
            NotifierContext context, Target api, Map<String, String> headers, List<String> teams, List<String> tags) {
        this.context = context;
        this.api = api;
        this.headers = headers;
        this.teams = teams;
        this.tags = tags;
        this.steps = new Steps(context.clock());
    }

    @Override
    public Outcome send(Message message) {
        List<Steps.Step> requests = new ArrayList<>();
        for (Conversation before : message.conversations()) {
            String what = before.over() ? "close" : "notes";
            requests.add(new Steps.Step(before.id(), () -> say(message, before, what)));
        }
        Digest news = message.fresh().stillOpen();
        if (!news.isEmpty()) {
            requests.add(new Steps.Step(message.id(), () -> create(message, news)));
        }
        return steps.run(message.id(), requests);
    }

    private Outcome create(Message message, Digest news) {
        byte[] body = Payload.json(
                context.notice(message.comparison(), news),
                MAX_BYTES,
                notice -> OpsgenieAlert.of(message.id(), notice, teams, tags));
        return context.http().post(api.below("v2/alerts"), headers, body);
    }

    private Outcome say(Message message, Conversation before, String what) {
        byte[] body = Json.bytes(OpsgenieAlert.Note.of(context.notice(message.comparison(), before.digest())));
        Target target = api.below("v2/alerts/" + before.id() + "/" + what + "?identifierType=alias");
        return context.http().post(target, headers, body);
    }
}
