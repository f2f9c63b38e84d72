package io.evenkeel.alerter.notify.pagerduty;

import io.evenkeel.alerter.notify.Conversation;
import io.evenkeel.alerter.notify.Digest;
import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.Payload;
import io.evenkeel.alerter.notify.Steps;
import io.evenkeel.alerter.notify.Tally;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.runtime.settings.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Triggers one alert for the drifts of a message, under the message's id, and resolves it when the last of them is gone.
 * A part of them that is resolved tells PagerDuty nothing: that would open again what somebody closed by hand.
 */
final class PagerDutyNotifier implements Notifier {
    /** PagerDuty takes 512 KiB; what is longer than this nobody reads. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final Map<String, String> HEADERS = Headers.json(Optional.empty());

    private final NotifierContext context;
    private final Target alerts;
    private final Target changes;
    private final Secret key;
    private final boolean tellsChanges;
    private final Steps steps;

    PagerDutyNotifier(NotifierContext context, Target api, Secret key, boolean tellsChanges) {
        this.context = context;
        this.alerts = api.below("v2/enqueue");
        this.changes = api.below("v2/change/enqueue");
        this.key = key;
        this.tellsChanges = tellsChanges;
        this.steps = new Steps(context.clock());
    }

    @Override
    public Outcome send(Message message) {
        List<Steps.Step> requests = new ArrayList<>();
        Set<String> changed = message.latest().events().stream()
                .filter(event -> event.type() == DriftEvent.Type.CHANGED)
                .map(event -> event.drift().id())
                .collect(Collectors.toSet());
        for (Conversation before : message.conversations()) {
            if (before.over()) {
                requests.add(new Steps.Step(before.id(), () -> resolve(before.id())));
            } else if (before.events().stream()
                    .anyMatch(event -> changed.contains(event.drift().id()))) {
                requests.add(new Steps.Step(before.id(), () -> trigger(before.id(), message, before.digest())));
            }
        }
        Digest news = message.fresh().stillOpen();
        if (!news.isEmpty()) {
            requests.add(new Steps.Step(message.id(), () -> trigger(message.id(), message, news)));
        }
        List<DriftEvent> applied = tellsChanges ? ChangeEvent.applied(message) : List.of();
        if (!applied.isEmpty()) {
            requests.add(new Steps.Step("applied", () -> applied(message, applied)));
        }
        return steps.run(message.id(), requests);
    }

    private Outcome trigger(String dedupKey, Message message, Digest news) {
        byte[] body = Payload.json(
                context.notice(message.comparison(), news),
                MAX_BYTES,
                notice -> AlertEvent.trigger(key, dedupKey, notice));
        return context.http().post(alerts, HEADERS, body);
    }

    private Outcome resolve(String dedupKey) {
        return context.http().post(alerts, HEADERS, Json.bytes(AlertEvent.resolve(key, dedupKey)));
    }

    private Outcome applied(Message message, List<DriftEvent> events) {
        byte[] body = Payload.json(
                context.notice(message.comparison(), new Digest(events, Tally.NONE)),
                MAX_BYTES,
                notice -> ChangeEvent.of(key, notice, events));
        return context.http().post(changes, HEADERS, body);
    }
}
