package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.Rows;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The deliveries of one receiver in the audit database. */
final class Outbox {
    /** How long a message belongs to who claimed it: longer than any attempt takes. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int TOGETHER = 200;

    /** The oldest delivery of each comparison: none is sent before those before it are done. */
    private static final String HEADS = """
            select * from (
                select distinct on (baseline, target) id, baseline, target, due_at, message
                from delivery where receiver = ? and state = 'pending'
                order by baseline, target, id) as heads
            where due_at <= ? order by id
            """;

    private static final String TAKE = """
            select d.id, d.attempts, d.created_at, e.record
            from delivery d join event e on e.id = d.event_id
            where d.receiver = ? and d.state = 'pending' and d.baseline = ? and d.target = ?
            and d.message is not distinct from ?
            order by d.id limit ?
            for update of d skip locked
            """;
    private static final String LEASED = """
            update delivery set message = ?, attempts = attempts + 1, due_at = ? where id = any(?::bigint[])
            """;
    private static final String FINISH = """
            update delivery set state = ?, done_at = ?, last_result = ?, reference = ?
            where receiver = ? and message = ? and state = 'pending'
            """;
    private static final String POSTPONE = """
            update delivery set due_at = ?, last_result = ? where receiver = ? and message = ? and state = 'pending'
            """;
    private static final String COUNT = "select count(*) from delivery where receiver = ? and state = ?";
    private static final String RESOLVED = """
            select e.record from event e join delivery d on d.event_id = e.id
            where d.receiver = ? and e.type = 'resolved' and e.time >= ?
            order by e.position desc limit ?
            """;

    private record Head(Comparison comparison, Optional<String> message) {}

    private record Row(long id, int attempts, Instant createdAt, DriftEvent event) {}

    private final AuditDatabase database;
    private final String receiver;

    Outbox(AuditDatabase database, String receiver) {
        this.database = database;
        this.receiver = receiver;
    }

    /** Takes the next message that is due, for as long as the lease lasts. */
    Optional<Claim> claim(Instant now) {
        return database.transaction(connection -> {
            for (Head head : heads(connection, now)) {
                List<Row> rows = take(connection, head);
                if (!rows.isEmpty()) {
                    return Optional.of(lease(connection, head, rows, now));
                }
            }
            return Optional.empty();
        });
    }

    private List<Head> heads(Connection connection, Instant now) throws SQLException {
        return Rows.query(
                connection,
                HEADS,
                query -> {
                    query.setString(1, receiver);
                    query.setObject(2, Rows.at(now));
                },
                row -> new Head(
                        new Comparison(
                                new Environment(row.getString("baseline")), new Environment(row.getString("target"))),
                        Rows.text(row, "message")));
    }

    private List<Row> take(Connection connection, Head head) throws SQLException {
        return Rows.query(
                connection,
                TAKE,
                query -> {
                    query.setString(1, receiver);
                    query.setString(2, head.comparison().baseline().name());
                    query.setString(3, head.comparison().target().name());
                    query.setString(4, head.message().orElse(null));
                    query.setInt(5, head.message().isPresent() ? Integer.MAX_VALUE : TOGETHER);
                },
                row -> new Row(row.getLong("id"), row.getInt("attempts"), Rows.instant(row, "created_at"), event(row)));
    }

    private Claim lease(Connection connection, Head head, List<Row> rows, Instant now) throws SQLException {
        List<DriftEvent> events = rows.stream().map(Row::event).toList();
        String message = head.message().orElseGet(() -> id(events));
        Rows.update(connection, LEASED, update -> {
            update.setString(1, message);
            update.setObject(2, Rows.at(now.plus(LEASE)));
            Rows.column(update, 3, "int8", rows, Row::id);
        });
        List<Long> ids = rows.stream().map(Row::id).toList();
        return new Claim(
                new Message(message, head.comparison(), events, Conversations.find(connection, receiver, events, ids)),
                rows.getFirst().attempts() + 1,
                rows.getFirst().createdAt());
    }

    /** Made of receiver and events alone, so that even a lost database makes the same message again. */
    private String id(List<DriftEvent> events) {
        List<String> parts = new ArrayList<>(List.of(receiver));
        events.forEach(event -> parts.add(event.id()));
        return "msg_" + ContentHash.hex(Json.bytes(parts)).substring(0, 40);
    }

    /** @param reference what the receiver called what it made of the message */
    void delivered(Message message, Optional<String> reference, Instant now) {
        finish(message, "delivered", now, "delivered", reference);
    }

    /** Gives a message up; its rows stay for people to look at. */
    void dead(Message message, Instant now, String why) {
        finish(message, "dead", now, why, Optional.empty());
    }

    private void finish(Message message, String state, Instant now, String result, Optional<String> reference) {
        int done = database.transaction(connection -> Rows.update(connection, FINISH, update -> {
            update.setString(1, state);
            update.setObject(2, Rows.at(now));
            update.setString(3, result);
            update.setString(4, reference.orElse(null));
            update.setString(5, receiver);
            update.setString(6, message.id());
        }));
        if (done == 0) {
            throw new IllegalStateException("message " + message.id() + " to " + receiver + " was not pending");
        }
    }

    void postpone(Message message, Instant due, String why) {
        database.transaction(connection -> Rows.update(connection, POSTPONE, update -> {
            update.setObject(1, Rows.at(due));
            update.setString(2, why);
            update.setString(3, receiver);
            update.setString(4, message.id());
        }));
    }

    long pending() {
        return count("pending");
    }

    long dead() {
        return count("dead");
    }

    private long count(String state) {
        return database.transaction(connection -> Rows.query(
                        connection,
                        COUNT,
                        query -> {
                            query.setString(1, receiver);
                            query.setString(2, state);
                        },
                        row -> row.getLong(1))
                .getFirst());
    }

    /** What was resolved since then and was of interest to the receiver. */
    List<DriftEvent> resolvedSince(Instant time) {
        return database.transaction(connection -> Rows.query(
                connection,
                RESOLVED,
                query -> {
                    query.setString(1, receiver);
                    query.setObject(2, Rows.at(time));
                    query.setInt(3, TOGETHER);
                },
                Outbox::event));
    }

    static DriftEvent event(ResultSet row) throws SQLException {
        try {
            return Json.read(row.getString("record").getBytes(StandardCharsets.UTF_8), DriftEvent.class);
        } catch (MalformedRecordException malformed) {
            throw new SQLException("an event's record cannot be read by this version", malformed);
        }
    }
}
