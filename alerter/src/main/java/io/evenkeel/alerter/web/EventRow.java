package io.evenkeel.alerter.web;

import io.evenkeel.alerter.audit.RecordedEvent;
import io.evenkeel.alerter.report.Attributed;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;

/** One event in the life of a drift. */
record EventRow(
        Moment at,
        String type,
        Severity severity,
        Comparison comparison,
        ObjectKind kind,
        String name,
        String change,
        String origin) {
    static EventRow of(RecordedEvent recorded, Instant now) {
        Drift drift = recorded.event().drift();
        return new EventRow(
                Moment.of(recorded.event().time(), now),
                recorded.event().type().word(),
                drift.severity(),
                drift.comparison(),
                drift.difference().key().kind(),
                Visible.name(drift.difference().key().identity()),
                drift.difference().change().word(),
                drift.attribution().map(Attributed::line).orElse(""));
    }
}
