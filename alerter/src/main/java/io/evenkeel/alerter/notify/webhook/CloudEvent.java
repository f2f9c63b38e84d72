package io.evenkeel.alerter.notify.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Tally;
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
    /** What is told as numbers only, in a message about very many drifts. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Summary(
            Comparison comparison,
            SortedMap<Severity, Integer> open,
            int over,
            Optional<Instant> since,
            Optional<URI> link) {}

    static CloudEvent of(DriftEvent event) {
        return new CloudEvent(
                "1.0",
                event.id(),
                "/evenkeel/analyzer",
                "io.evenkeel.drift." + event.type().word() + ".v1",
                event.drift().id(),
                event.time(),
                "application/json",
                Optional.empty(),
                event);
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
        return data instanceof DriftEvent event ? cut(event) : this;
    }

    private CloudEvent cut(DriftEvent event) {
        Drift drift = event.drift();
        Difference difference = drift.difference();
        Difference bare = new Difference(
                difference.key(), difference.parent(), difference.change(), List.of(), difference.folded());
        return new CloudEvent(
                specversion,
                id,
                source,
                type,
                subject,
                time,
                datacontenttype,
                Optional.of("attributes"),
                new DriftEvent(
                        event.id(),
                        event.type(),
                        new Drift(
                                drift.id(),
                                drift.comparison(),
                                bare,
                                drift.category(),
                                drift.order(),
                                drift.severity(),
                                drift.advice(),
                                drift.baseline(),
                                drift.target(),
                                drift.openedAt(),
                                drift.changedAt()),
                        event.time()));
    }
}
