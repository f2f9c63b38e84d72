package io.evenkeel.alerter.notify.alertmanager;

import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.report.Attributed;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes alerts of drifts. */
final class Alerts {
    /** As Prometheus does it: four times the interval of the reminders. */
    private static final Duration LIFE = Duration.ofMinutes(4);

    private static final int DETAIL = 1000;

    private final NotifierContext context;
    private final int max;

    Alerts(NotifierContext context, int max) {
        this.context = context;
        this.max = max;
    }

    /** An alert for each drift, worst first, and past the limit one for each comparison that stands for the rest. */
    List<Alert> firing(List<Drift> worstFirst, Instant now) {
        List<Alert> alerts = new ArrayList<>();
        worstFirst.stream()
                .limit(max)
                .map(drift -> alert(drift, now.plus(LIFE)))
                .forEach(alerts::add);
        Map<Comparison, List<Drift>> rest = worstFirst.stream()
                .skip(max)
                .collect(Collectors.groupingBy(Drift::comparison, TreeMap::new, Collectors.toList()));
        rest.forEach((comparison, drifts) -> alerts.add(overflow(comparison, drifts, now)));
        return alerts;
    }

    List<Alert> resolved(Collection<DriftEvent> events) {
        return events.stream()
                .limit(max)
                .map(event -> alert(event.drift(), event.time()))
                .toList();
    }

    private Alert alert(Drift drift, Instant endsAt) {
        String object = drift.difference().key().kind() + " "
                + Visible.name(drift.difference().key().identity());
        Map<String, String> labels = labels(drift.comparison(), drift.severity());
        labels.put("alertname", "EvenkeelDrift");
        labels.put("kind", drift.difference().key().kind().name());
        labels.put("change", drift.difference().change().word());
        labels.put("fingerprint", drift.id());
        Map<String, String> annotations = new TreeMap<>();
        annotations.put(
                "summary",
                Visible.line(
                        object + ": " + drift.difference().change().word() + " in "
                                + drift.comparison().target() + " against "
                                + drift.comparison().baseline(),
                        DETAIL));
        annotations.put("description", Visible.line(Wording.of(drift.difference()), DETAIL));
        annotations.put("object", Visible.line(object, DETAIL));
        annotations.put("advice", Visible.line(drift.advice(), DETAIL));
        annotations.put(
                "cause",
                context.causes()
                        .of(drift)
                        .map(cause -> Visible.line(cause.sentence(), DETAIL))
                        .orElse(""));
        annotations.put("change", drift.attribution().map(Attributed::line).orElse(""));
        annotations.values().removeIf(String::isBlank);
        return new Alert(
                new TreeMap<>(labels), new TreeMap<>(annotations), drift.openedAt(), endsAt, link(drift.comparison()));
    }

    private Alert overflow(Comparison comparison, List<Drift> drifts, Instant now) {
        Map<String, String> labels =
                labels(comparison, drifts.stream().map(Drift::severity).reduce(Severity.INFO, Severity::max));
        labels.put("alertname", "EvenkeelDriftOverflow");
        Instant since =
                drifts.stream().map(Drift::openedAt).min(Instant::compareTo).orElse(now);
        return new Alert(
                new TreeMap<>(labels),
                new TreeMap<>(Map.of(
                        "summary",
                        "more drift than is told one by one",
                        "description",
                        drifts.size() + " more drifts in " + comparison)),
                since,
                now.plus(LIFE),
                link(comparison));
    }

    private static Map<String, String> labels(Comparison comparison, Severity severity) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("environment", comparison.target().name());
        labels.put("baseline", comparison.baseline().name());
        labels.put("severity", severity.word());
        return labels;
    }

    private Optional<String> link(Comparison comparison) {
        return context.link(comparison).map(URI::toString);
    }
}
