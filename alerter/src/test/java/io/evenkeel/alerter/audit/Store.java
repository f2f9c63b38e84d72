package io.evenkeel.alerter.audit;

import java.time.Clock;
import java.util.List;

/** Stores batches as an alerter does that leads just then. */
record Store(AuditDatabase database, Clock clock) {
    Applied write(List<Incoming> batch) {
        try (Leadership leadership = new Leadership(database)) {
            return new BatchWriter(database, leadership, clock)
                    .write(batch, leadership.term().orElseThrow());
        }
    }
}
