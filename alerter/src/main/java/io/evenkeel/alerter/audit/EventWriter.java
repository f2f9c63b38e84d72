package io.evenkeel.alerter.audit;

import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the events of a batch that are new. */
final class EventWriter {
    private static final String INSERT = """
            insert into event (id, type, episode, baseline, target, kind, key, change, severity, category, time, record,
                               received_at)
            select n.id, n.type, n.episode, n.baseline, n.target, n.kind, n.key::jsonb, n.change, n.severity,
                   n.category, n.time, n.record::jsonb, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                 with ordinality as n (id, type, episode, baseline, target, kind, key, change, severity, category, time,
                                       record, place)
            order by n.place
            on conflict (id) do nothing
            returning id
            """;
    private final Map<String, DriftEvent> events = new LinkedHashMap<>();

    void add(DriftEvent event) {
        events.putIfAbsent(event.id(), event);
    }

    /** The events that were not there before. */
    List<DriftEvent> write(Connection connection, Instant now) throws SQLException {
        if (events.isEmpty()) {
            return List.of();
        }
        Set<String> fresh = new HashSet<>(insert(connection, events.values(), now));
        return events.values().stream()
                .filter(event -> fresh.contains(event.id()))
                .toList();
    }

    private static List<String> insert(Connection connection, Collection<DriftEvent> events, Instant now)
            throws SQLException {
        return Rows.query(
                connection,
                INSERT,
                insert -> {
                    insert.setObject(1, Rows.at(now));
                    Rows.column(insert, 2, "text", events, DriftEvent::id);
                    Rows.column(insert, 3, "text", events, event -> event.type().word());
                    Rows.column(
                            insert, 4, "text", events, event -> event.drift().id());
                    Rows.column(insert, 5, "text", events, EventWriter::baseline);
                    Rows.column(insert, 6, "text", events, EventWriter::target);
                    Rows.column(insert, 7, "text", events, EventWriter::kind);
                    Rows.column(
                            insert,
                            8,
                            "text",
                            events,
                            event -> json(event.drift().difference().key()));
                    Rows.column(insert, 9, "text", events, EventWriter::change);
                    Rows.column(
                            insert,
                            10,
                            "text",
                            events,
                            event -> event.drift().severity().word());
                    Rows.column(
                            insert, 11, "text", events, event -> event.drift().category());
                    Rows.column(insert, 12, "timestamptz", events, event -> Rows.at(event.time()));
                    Rows.column(insert, 13, "text", events, EventWriter::json);
                },
                row -> row.getString(1));
    }

    private static String baseline(DriftEvent event) {
        return event.drift().comparison().baseline().name();
    }

    private static String target(DriftEvent event) {
        return event.drift().comparison().target().name();
    }

    private static String kind(DriftEvent event) {
        return event.drift().difference().key().kind().name();
    }

    private static String change(DriftEvent event) {
        return event.drift().difference().change().word();
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }
}
