package io.evenkeel.alerter.notify.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        DriftEvent data) {
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

    /** The same without the values of attributes, which are what grows without bounds. */
    CloudEvent cut() {
        Drift drift = data.drift();
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
                        data.id(),
                        data.type(),
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
                        data.time()));
    }
}
