package io.evenkeel.alerter.notify.pagerduty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notice;
import io.evenkeel.alerter.report.Category;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.runtime.settings.Secret;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A change event as {@code POST /v2/change/enqueue} takes it: seen beside incidents, and notifies nobody. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ChangeEvent(
        @JsonProperty("routing_key") String routingKey, Payload payload, Optional<List<AlertEvent.Link>> links) {
    private static final int SUMMARY = 1024;

    record Payload(
            String summary,
            Instant timestamp,
            String source,
            @JsonProperty("custom_details") AlertEvent.Details details) {}

    /** The migrations that the message shows to have been applied: no longer missing, or there and not expected. */
    static List<DriftEvent> applied(Message message) {
        return message.latest().events().stream()
                .filter(event -> !message.decided().contains(event.id()))
                .filter(ChangeEvent::applied)
                .toList();
    }

    private static boolean applied(DriftEvent event) {
        Drift drift = event.drift();
        Change change = drift.difference().change();
        return drift.category().equals(Category.MIGRATION.word())
                && switch (event.type()) {
                    case OPENED -> change == Change.UNEXPECTED;
                    case RESOLVED -> change == Change.MISSING;
                    case CHANGED -> false;
                };
    }

    static ChangeEvent of(Secret key, Notice notice, List<DriftEvent> events) {
        String names = notice.items().stream().map(Notice.Item::object).collect(Collectors.joining(", "));
        String summary = events.size() + (events.size() == 1 ? " migration" : " migrations") + " applied in "
                + notice.comparison().target() + (names.isEmpty() ? "" : ": " + names);
        Instant time = events.stream()
                .map(DriftEvent::time)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new ChangeEvent(
                key.reveal(),
                new Payload(
                        Visible.line(summary, SUMMARY),
                        time,
                        notice.comparison().target().name(),
                        AlertEvent.Details.of(notice)),
                AlertEvent.Link.of(notice));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return payload.summary();
    }
}
