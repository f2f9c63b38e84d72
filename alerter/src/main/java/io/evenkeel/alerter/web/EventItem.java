package io.evenkeel.alerter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.alerter.audit.RecordedEvent;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An event in the API, with the words of a report's drift. */
record EventItem(
        long position,
        String id,
        DriftEvent.Type type,
        Instant time,
        Instant receivedAt,
        String episode,
        Environment baseline,
        Environment target,
        ObjectKind kind,
        ObjectKey key,
        Change change,
        Severity severity,
        String category,
        List<AttributeDifference> attributes,
        int folded,
        String advice,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Attribution> attribution) {
    static EventItem of(RecordedEvent recorded) {
        DriftEvent event = recorded.event();
        Drift drift = event.drift();
        Difference difference = drift.difference();
        return new EventItem(
                recorded.position(),
                event.id(),
                event.type(),
                event.time(),
                recorded.receivedAt(),
                drift.id(),
                drift.comparison().baseline(),
                drift.comparison().target(),
                difference.key().kind(),
                difference.key(),
                difference.change(),
                drift.severity(),
                drift.category(),
                difference.attributes(),
                difference.foldedCount(),
                drift.advice(),
                drift.attribution());
    }
}
