package io.evenkeel.alerter.notify.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.evenkeel.alerter.cause.Cause;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Tally;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An event in the JSON format of CloudEvents 1.0, with the same attributes that its record on Kafka has in headers.
 *
 * @param evenkeelcut what was left out for the message to be no larger than it may be
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Optional<String> evenkeelcut,
        Object data) {
    /** A step of a drift as it is on the topic, and what only the alerter knows of it. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(@JsonUnwrapped DriftEvent event, Optional<Because> cause) {}

    /**
     * The migration that a drift comes from.
     *
     * @param named whether its statements name the object; otherwise it is probable
     * @param summary all of it in one sentence
     */
    record Because(ObjectKey migration, String label, Environment lacking, boolean named, String summary) {
        private static final int TEXT = 300;

        static Because of(Cause cause) {
            return new Because(
                    cause.migration(),
                    Visible.line(cause.label(), TEXT),
                    cause.lacking(),
                    cause.named(),
                    Visible.line(cause.sentence(), TEXT));
        }
    }

    /** What is told as numbers only, in a message about very many drifts. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Summary(
            Comparison comparison,
            SortedMap<Severity, Integer> open,
            int over,
            Optional<Instant> since,
            Optional<URI> link) {}

    static CloudEvent of(DriftEvent event, Optional<Cause> cause) {
        return new CloudEvent(
                "1.0",
                event.id(),
                "/evenkeel/analyzer",
                "io.evenkeel.drift." + event.type().word() + ".v1",
                event.drift().id(),
                event.time(),
                "application/json",
                Optional.empty(),
                new Step(event, cause.map(Because::of)));
    }

    /** Stands for all that the message does not tell one by one. */
    static CloudEvent rest(Message message, Optional<URI> link, Instant now) {
        Tally rest = message.told().rest();
        return new CloudEvent(
                "1.0",
                message.id() + "-rest",
                "/evenkeel/alerter",
                "io.evenkeel.drift.summary.v1",
                message.comparison().toString(),
                now,
                "application/json",
                Optional.empty(),
                new Summary(message.comparison(), rest.open(), rest.over(), rest.since(), link));
    }

    /** The same without the values of attributes, which are what grows without bounds. */
    CloudEvent cut() {
        return data instanceof Step step ? cut(step) : this;
    }

    private CloudEvent cut(Step step) {
        Drift drift = step.event().drift();
        Difference difference = drift.difference();
        Difference bare = new Difference(
                difference.key(), difference.parent(), difference.change(), List.of(), difference.folded());
        DriftEvent event = new DriftEvent(
                step.event().id(),
                step.event().type(),
                drift.showing(bare),
                step.event().time());
        return new CloudEvent(
                specversion,
                id,
                source,
                type,
                subject,
                time,
                datacontenttype,
                Optional.of("attributes"),
                new Step(event, step.cause()));
    }
}
