package io.evenkeel.alerter.notify.pagerduty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.evenkeel.alerter.notify.Notice;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.runtime.settings.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An alert event as {@code POST /v2/enqueue} takes it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AlertEvent(
        @JsonProperty("routing_key") String routingKey,
        @JsonProperty("dedup_key") String dedupKey,
        @JsonProperty("event_action") Action action,
        Optional<Payload> payload,
        Optional<String> client,
        @JsonProperty("client_url") Optional<URI> clientUrl,
        Optional<List<Link>> links) {
    private static final int SUMMARY = 1024;

    enum Action {
        TRIGGER,
        RESOLVE;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Payload(
            String summary,
            String source,
            String severity,
            Instant timestamp,
            String component,
            String group,
            @JsonProperty("class") String sort,
            @JsonProperty("custom_details") Details details) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Details(String environment, String baseline, List<Notice.Item> drifts, Optional<String> rest) {
        static Details of(Notice notice) {
            return new Details(
                    notice.comparison().target().name(),
                    notice.comparison().baseline().name(),
                    notice.items(),
                    notice.rest());
        }
    }

    record Link(URI href, String text) {
        static Optional<List<Link>> of(Notice notice) {
            return notice.link().map(uri -> List.of(new Link(uri, "Open in Evenkeel")));
        }
    }

    static AlertEvent trigger(Secret key, String dedupKey, Notice notice) {
        Payload payload = new Payload(
                summary(notice),
                notice.comparison().target().name(),
                severity(notice.severity()),
                notice.since(),
                "catalog of " + notice.comparison().target(),
                notice.comparison().toString(),
                "drift",
                Details.of(notice));
        return new AlertEvent(
                key.reveal(),
                dedupKey,
                Action.TRIGGER,
                Optional.of(payload),
                Optional.of("Evenkeel"),
                notice.link(),
                Link.of(notice));
    }

    static AlertEvent resolve(Secret key, String dedupKey) {
        return new AlertEvent(
                key.reveal(),
                dedupKey,
                Action.RESOLVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String summary(Notice notice) {
        String objects = notice.items().stream()
                .map(item -> item.status() + " " + item.object())
                .collect(Collectors.joining(", "));
        return Visible.line(
                Stream.of(notice.title(), objects)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(": ")),
                SUMMARY);
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }

    /** Without the key. */
    @Override
    public String toString() {
        return action.word() + " " + dedupKey;
    }
}
