package io.evenkeel.alerter.audit;

import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the events of a batch that are new. */
final class EventWriter {
    private static final String KNOWN = "select id from event where id = any(?::text[])";
    private static final String COLUMNS =
            "id, type, episode, baseline, target, kind, key, change, severity, category, time, record, received_at";

    private final Map<String, DriftEvent> events = new LinkedHashMap<>();

    void add(DriftEvent event) {
        events.putIfAbsent(event.id(), event);
    }

    /** The events that were not there before. Only who leads writes: nobody adds one between the question and the answer. */
    List<DriftEvent> write(Connection connection, Instant now) throws SQLException {
        if (events.isEmpty()) {
            return List.of();
        }
        List<String> known = Rows.query(
                connection,
                KNOWN,
                query -> Rows.column(query, 1, "text", events.keySet(), id -> id),
                row -> row.getString(1));
        known.forEach(events::remove);
        new BinaryCopy("event", COLUMNS).send(connection, events.values(), (row, event) -> write(row, event, now));
        return List.copyOf(events.values());
    }

    private static void write(BinaryCopy row, DriftEvent event, Instant now) throws IOException {
        Drift drift = event.drift();
        row.text(event.id())
                .text(event.type().word())
                .text(drift.id())
                .text(drift.comparison().baseline().name())
                .text(drift.comparison().target().name())
                .text(drift.difference().key().kind().name())
                .jsonb(Json.bytes(drift.difference().key()))
                .text(drift.difference().change().word())
                .text(drift.severity().word())
                .text(drift.category())
                .timestamptz(event.time())
                .jsonb(Json.bytes(event))
                .timestamptz(now);
    }
}
