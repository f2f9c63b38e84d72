package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.Rows;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The deliveries of one receiver in the audit database. Several processes may take from it. */
final class Outbox {
    /** How long a message belongs to who claimed it: longer than any attempt takes. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** One process at a time looks for what is next, so that the order is kept. */
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtextextended('evenkeel delivery ' || ?, 0))";

    /** The oldest delivery of each comparison: none is sent before those before it are done. */
    private static final String HEADS = """
            select * from (
                select distinct on (baseline, target) id, baseline, target, due_at, message
                from delivery where receiver = ? and state = 'pending'
                order by baseline, target, id) as heads
            where due_at <= ? order by id
            """;

    private static final String PACE = """
            select waiting.*, sent.*
            from (select count(*) as waiting, min(created_at) as oldest, max(created_at) as newest from delivery
                  where receiver = ? and state = 'pending' and message is null and baseline = ? and target = ?) as waiting
            cross join (
                  select count(distinct message) as messages, count(*) as steps,
                         coalesce(max(done_at), to_timestamp(0)) as last from delivery
                  where receiver = ? and done_at > ? and baseline = ? and target = ?) as sent
            """;
    private static final String TAKE = """
            select id, event_id, attempts, created_at from delivery
            where receiver = ? and state = 'pending' and baseline = ? and target = ? and message is not distinct from ?
            order by id
            for update skip locked
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
    private static final String TOLD = "select episode from told where receiver = ?";

    private record Head(Comparison comparison, Optional<String> message) {}

    private record Row(long id, String event, int attempts, Instant createdAt) {}

    private final AuditDatabase database;
    private final String receiver;

    Outbox(AuditDatabase database, String receiver) {
        this.database = database;
        this.receiver = receiver;
    }

    /** Takes the next message that is due, for as long as the lease lasts. */
    Optional<Claim> claim(Instant now) {
        return database.transaction(connection -> {
            if (alone(connection)) {
                for (Head head : heads(connection, now)) {
                    if (head.message().isPresent()
                            || pace(connection, head.comparison(), now).ready(now)) {
                        return Optional.of(lease(connection, head, take(connection, head), now));
                    }
                }
            }
            return Optional.empty();
        });
    }

    private boolean alone(Connection connection) throws SQLException {
        return Rows.query(connection, ALONE, query -> query.setString(1, receiver), row -> row.getBoolean(1))
                .getFirst();
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

    private Pace pace(Connection connection, Comparison comparison, Instant now) throws SQLException {
        return Rows.query(
                        connection,
                        PACE,
                        query -> {
                            query.setString(1, receiver);
                            query.setString(2, comparison.baseline().name());
                            query.setString(3, comparison.target().name());
                            query.setString(4, receiver);
                            query.setObject(5, Rows.at(now.minus(Pace.MINUTE)));
                            query.setString(6, comparison.baseline().name());
                            query.setString(7, comparison.target().name());
                        },
                        row -> new Pace(
                                row.getLong("waiting"),
                                Rows.instant(row, "oldest"),
                                Rows.instant(row, "newest"),
                                row.getLong("messages"),
                                row.getLong("steps"),
                                Rows.instant(row, "last")))
                .getFirst();
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
                },
                row -> new Row(
                        row.getLong("id"),
                        row.getString("event_id"),
                        row.getInt("attempts"),
                        Rows.instant(row, "created_at")));
    }

    private Claim lease(Connection connection, Head head, List<Row> rows, Instant now) throws SQLException {
        String id = head.message().orElseGet(() -> id(rows));
        Rows.update(connection, LEASED, update -> {
            update.setString(1, id);
            update.setObject(2, Rows.at(now.plus(LEASE)));
            Rows.column(update, 3, "int8", rows, Row::id);
        });
        return new Claim(
                Tellings.message(connection, receiver, id, head.comparison()),
                rows.size(),
                rows.getFirst().attempts() + 1,
                rows.getFirst().createdAt());
    }

    /** Made of receiver and steps alone. */
    private String id(List<Row> rows) {
        List<String> parts = new ArrayList<>(List.of(receiver));
        rows.forEach(row -> parts.add(row.event()));
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

    /** The drifts that the receiver takes to be open. */
    Set<String> told() {
        return new HashSet<>(database.transaction(connection ->
                Rows.query(connection, TOLD, query -> query.setString(1, receiver), row -> row.getString(1))));
    }

    /** What the receiver was told the end of since then. */
    List<DriftEvent> endedSince(Instant time) {
        return database.transaction(connection -> Tellings.endedSince(connection, receiver, time));
    }
}
