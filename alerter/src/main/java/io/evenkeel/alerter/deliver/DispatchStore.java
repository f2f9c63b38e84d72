package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.Rows;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the dispatcher reads from the audit database and writes into it. */
final class DispatchStore {
    private static final String TOLD = "select receiver, episode, telling, changed_at from told";
    private static final String OPENINGS = """
            select record from event
            where type = 'opened' and time > ? and position <= (select position from dispatch) order by position
            """;
    private static final String FRESH =
            "select position, record from event where position > (select position from dispatch) order by position limit ?";
    private static final String NEWEST = """
            select e.record from unnest(?::text[]) as n (episode)
            cross join lateral (
                select record from event e where e.episode = n.episode order by position desc limit 1) as e
            """;
    private static final String ADVANCE = "update dispatch set position = ?";
    private static final String OUTBOX = """
            insert into delivery (receiver, event_id, baseline, target, type, episode, telling, severity, plan_order,
                                  opened_at, record, created_at, due_at)
            select n.receiver, n.event_id, n.baseline, n.target, n.type, n.episode, n.telling, n.severity, n.plan_order,
                   n.opened_at, n.record::jsonb, ?, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],
                        ?::timestamptz[], ?::text[])
                 with ordinality as n (receiver, event_id, baseline, target, type, episode, telling, severity,
                                       plan_order, opened_at, record, place)
            order by n.place
            on conflict (receiver, event_id) do nothing
            """;
    private static final String OPENED = """
            insert into told (receiver, episode, baseline, target, telling, changed_at, told_at)
            select n.receiver, n.episode, n.baseline, n.target, n.telling, n.changed_at, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                 as n (receiver, episode, baseline, target, telling, changed_at)
            on conflict (receiver, episode) do update
            set telling = excluded.telling, changed_at = excluded.changed_at, told_at = excluded.told_at
            """;
    private static final String ENDED = """
            delete from told t using unnest(?::text[], ?::text[]) as n (receiver, episode)
            where t.receiver = n.receiver and t.episode = n.episode
            """;

    /** An event and its place in the order of arrival. */
    record Placed(long position, DriftEvent event) {}

    private DispatchStore() {}

    static Book book(Connection connection) throws SQLException {
        Book book = new Book();
        Rows.query(connection, TOLD, none -> {}, row -> {
            Told told = new Told(row.getString("telling"), Rows.instant(row, "changed_at"));
            book.load(row.getString("receiver"), row.getString("episode"), told);
            return told;
        });
        return book;
    }

    /** The openings since then whose telling was decided. */
    static List<DriftEvent> openings(Connection connection, Instant since) throws SQLException {
        return Rows.query(connection, OPENINGS, query -> query.setObject(1, Rows.at(since)), Tellings::event);
    }

    /** The next events whose telling is to be decided, in order. */
    static List<Placed> fresh(Connection connection, int limit) throws SQLException {
        return Rows.query(
                connection,
                FRESH,
                query -> query.setInt(1, limit),
                row -> new Placed(row.getLong("position"), Tellings.event(row)));
    }

    static Map<String, DriftEvent> newest(Connection connection, Collection<String> episodes) throws SQLException {
        Map<String, DriftEvent> newest = new HashMap<>();
        Rows.query(
                        connection,
                        NEWEST,
                        query -> Rows.column(query, 1, "text", episodes, episode -> episode),
                        Tellings::event)
                .forEach(event -> newest.put(event.drift().id(), event));
        return newest;
    }

    static void advance(Connection connection, long position) throws SQLException {
        Rows.update(connection, ADVANCE, update -> update.setLong(1, position));
    }

    static void write(Connection connection, List<Tell> tells, Map<Book.Entry, Optional<Tell>> changes, Instant now)
            throws SQLException {
        if (!tells.isEmpty()) {
            outbox(connection, tells, now);
        }
        List<Tell> opened = changes.values().stream().flatMap(Optional::stream).toList();
        if (!opened.isEmpty()) {
            opened(connection, opened, now);
        }
        List<Book.Entry> ended = changes.entrySet().stream()
                .filter(change -> change.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!ended.isEmpty()) {
            Rows.update(connection, ENDED, delete -> {
                Rows.column(delete, 1, "text", ended, Book.Entry::receiver);
                Rows.column(delete, 2, "text", ended, Book.Entry::episode);
            });
        }
    }

    private static void outbox(Connection connection, List<Tell> tells, Instant now) throws SQLException {
        Rows.update(connection, OUTBOX, insert -> {
            insert.setObject(1, Rows.at(now));
            insert.setObject(2, Rows.at(now));
            Rows.column(insert, 3, "text", tells, Tell::receiver);
            Rows.column(insert, 4, "text", tells, Tell::id);
            Rows.column(insert, 5, "text", tells, DispatchStore::baseline);
            Rows.column(insert, 6, "text", tells, DispatchStore::target);
            Rows.column(insert, 7, "text", tells, tell -> tell.type().word());
            Rows.column(insert, 8, "text", tells, Tell::episode);
            Rows.column(insert, 9, "text", tells, Tell::telling);
            Rows.column(
                    insert, 10, "text", tells, tell -> tell.drift().severity().word());
            Rows.column(insert, 11, "int4", tells, tell -> tell.drift().order());
            Rows.column(
                    insert,
                    12,
                    "timestamptz",
                    tells,
                    tell -> Rows.at(tell.drift().openedAt()));
            Rows.column(insert, 13, "text", tells, tell -> tell.asEvent() ? null : record(tell, now));
        });
    }

    private static String record(Tell tell, Instant now) {
        Drift drift = tell.drift();
        Instant time = tell.type() == DriftEvent.Type.RESOLVED ? now : drift.changedAt();
        return new String(Json.bytes(new DriftEvent(tell.id(), tell.type(), drift, time)), StandardCharsets.UTF_8);
    }

    private static void opened(Connection connection, List<Tell> opened, Instant now) throws SQLException {
        Rows.update(connection, OPENED, insert -> {
            insert.setObject(1, Rows.at(now));
            Rows.column(insert, 2, "text", opened, Tell::receiver);
            Rows.column(insert, 3, "text", opened, Tell::episode);
            Rows.column(insert, 4, "text", opened, DispatchStore::baseline);
            Rows.column(insert, 5, "text", opened, DispatchStore::target);
            Rows.column(insert, 6, "text", opened, Tell::telling);
            Rows.column(
                    insert,
                    7,
                    "timestamptz",
                    opened,
                    tell -> Rows.at(tell.drift().changedAt()));
        });
    }

    private static String baseline(Tell tell) {
        return tell.drift().comparison().baseline().name();
    }

    private static String target(Tell tell) {
        return tell.drift().comparison().target().name();
    }
}
