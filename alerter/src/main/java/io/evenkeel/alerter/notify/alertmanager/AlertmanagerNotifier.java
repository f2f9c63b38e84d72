package io.evenkeel.alerter.notify.alertmanager;

import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.RemindingNotifier;
import io.evenkeel.alerter.notify.Standing;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Tells every member of an Alertmanager cluster, since members do not pass alerts on. It keeps no state: what is open
 * comes from the audit database each time, so that a restart resolves nothing.
 */
final class AlertmanagerNotifier implements RemindingNotifier {
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Duration RESOLVED_FOR = Duration.ofMinutes(5);
    private static final Comparator<Drift> WORST_FIRST = Comparator.comparing(Drift::severity)
            .reversed()
            .thenComparingInt(Drift::order)
            .thenComparing(Drift::id);

    private final NotifierContext context;
    private final List<Target> members;
    private final Map<String, String> headers;
    private final Alerts alerts;

    AlertmanagerNotifier(NotifierContext context, List<Target> members, Map<String, String> headers, int maxAlerts) {
        this.context = context;
        this.members =
                members.stream().map(member -> member.below("api/v2/alerts")).toList();
        this.headers = headers;
        this.alerts = new Alerts(context, maxAlerts);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public Duration resolvedFor() {
        return RESOLVED_FOR;
    }

    @Override
    public Outcome send(Message message) {
        List<Drift> open = message.latest().events().stream()
                .filter(event -> event.type() != DriftEvent.Type.RESOLVED)
                .map(DriftEvent::drift)
                .toList();
        List<DriftEvent> resolved = message.latest().events().stream()
                .filter(event -> event.type() == DriftEvent.Type.RESOLVED)
                .toList();
        return remind(new Standing(open, resolved));
    }

    @Override
    public Outcome remind(Standing standing) {
        Instant now = context.clock().instant();
        List<Alert> all = new ArrayList<>(
                alerts.firing(standing.open().stream().sorted(WORST_FIRST).toList(), now));
        all.addAll(alerts.resolved(standing.resolved()));
        return all.isEmpty() ? new Outcome.Delivered() : post(Json.bytes(all));
    }

    /** One member that takes it is enough: the reminders tell the others again. */
    private Outcome post(byte[] body) {
        List<Outcome> outcomes = members.stream()
                .map(member -> context.http().post(member, headers, body))
                .toList();
        return outcomes.stream()
                .filter(Outcome.Delivered.class::isInstance)
                .findFirst()
                .or(() -> outcomes.stream()
                        .filter(Outcome.RetryLater.class::isInstance)
                        .findFirst())
                .orElse(outcomes.getFirst());
    }
}
