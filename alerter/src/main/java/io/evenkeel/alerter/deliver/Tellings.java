package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.Rows;
import io.evenkeel.alerter.notify.Conversation;
import io.evenkeel.alerter.notify.Digest;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Tally;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a message together: what it tells, and the messages of before that told the same drifts first. Whatever it is
 * about is counted; only so much of it is read as anybody could be shown.
 */
final class Tellings {
    /** How many steps are told with everything there is to say. */
    static final int SHOWN = 200;

    private static final String OWN = """
            select id, telling, message, reference, type, severity, plan_order, opened_at from delivery
            where receiver = ? and message = ? order by id
            """;
    /**
     * Of all tellings that the messages told first which told those of this message first: the newest step that is told
     * already or is being told now. What was given up was not told.
     */
    private static final String BEFORE = """
            with opener as (
                select distinct (
                    select d.message from delivery d
                    where d.receiver = ? and d.telling = mine.telling and d.state = 'delivered' order by d.id limit 1)
                    as message
                from (select distinct telling from delivery where receiver = ? and message = ?) as mine
            ), member as (
                select distinct on (d.telling) d.telling, d.message, d.reference
                from opener join delivery d on d.receiver = ? and d.message = opener.message
                where not exists (
                    select from delivery q
                    where q.receiver = d.receiver and q.telling = d.telling and q.id < d.id and q.state = 'delivered'
                    and q.message <> d.message)
            )
            select n.id, m.telling, m.message, m.reference, n.type, n.severity, n.plan_order, n.opened_at
            from member m
            cross join lateral (
                select y.* from delivery y
                where y.receiver = ? and y.telling = m.telling and (y.state <> 'pending' or y.message = ?)
                order by y.id desc limit 1) as n
            order by m.message, n.id
            """;

    private static final String RECORDS = """
            select d.id, d.event_id, d.type, d.severity, coalesce(d.record, e.record) as record
            from delivery d left join event e on e.id = d.event_id
            where d.id = any(?::bigint[]) and coalesce(d.record, e.record) is not null
            """;
    private static final String DECIDED = """
            select event_id from delivery
            where receiver = ? and message = ? and type = 'resolved' and record is not null
            """;
    private static final String ENDED = """
            select id from delivery where receiver = ? and type = 'resolved' and created_at >= ? order by id desc limit ?
            """;

    /** A step, without what it says. */
    private record Step(
            long id,
            String telling,
            String message,
            Optional<String> reference,
            boolean over,
            Severity severity,
            int order,
            Instant openedAt) {
        static final Comparator<Step> OPEN_AND_WORST_FIRST = Comparator.comparing(Step::over)
                .thenComparing(Step::severity, Comparator.reverseOrder())
                .thenComparingInt(Step::order)
                .thenComparingLong(Step::id);

        static Step of(ResultSet row) throws SQLException {
            return new Step(
                    row.getLong("id"),
                    row.getString("telling"),
                    row.getString("message"),
                    Rows.text(row, "reference"),
                    row.getString("type").equals(DriftEvent.Type.RESOLVED.word()),
                    Severity.of(row.getString("severity")),
                    row.getInt("plan_order"),
                    Rows.instant(row, "opened_at"));
        }
    }

    private Tellings() {}

    /** The message that the rows with this id make. */
    static Message message(Connection connection, String receiver, String id, Comparison comparison)
            throws SQLException {
        List<Step> own = Rows.query(
                connection,
                OWN,
                query -> {
                    query.setString(1, receiver);
                    query.setString(2, id);
                },
                Step::of);
        List<Step> before = before(connection, receiver, id);
        List<Conversation> conversations = new ArrayList<>();
        for (List<Step> steps : byMessage(before).values()) {
            Digest digest = digest(connection, steps);
            conversations.add(new Conversation(
                    steps.getFirst().message(), steps.getFirst().reference(), digest.events(), digest.rest()));
        }
        Set<String> known = before.stream().map(Step::telling).collect(Collectors.toSet());
        List<Step> fresh =
                newest(own).filter(step -> !known.contains(step.telling())).toList();
        Digest all = own.size() <= SHOWN
                ? new Digest(events(connection, own), Tally.NONE)
                : digest(connection, newest(own).toList());
        return new Message(
                id, comparison, all, digest(connection, fresh), conversations, decided(connection, receiver, id));
    }

    private static Set<String> decided(Connection connection, String receiver, String id) throws SQLException {
        return Set.copyOf(Rows.query(
                connection,
                DECIDED,
                query -> {
                    query.setString(1, receiver);
                    query.setString(2, id);
                },
                row -> row.getString(1)));
    }

    private static List<Step> before(Connection connection, String receiver, String id) throws SQLException {
        return Rows.query(
                connection,
                BEFORE,
                query -> {
                    query.setString(1, receiver);
                    query.setString(2, receiver);
                    query.setString(3, id);
                    query.setString(4, receiver);
                    query.setString(5, receiver);
                    query.setString(6, id);
                },
                Step::of);
    }

    private static Map<String, List<Step>> byMessage(List<Step> steps) {
        Map<String, List<Step>> byMessage = new LinkedHashMap<>();
        steps.forEach(step -> byMessage
                .computeIfAbsent(step.message(), message -> new ArrayList<>())
                .add(step));
        return byMessage;
    }

    private static Stream<Step> newest(List<Step> steps) {
        Map<String, Step> newest = new LinkedHashMap<>();
        steps.forEach(step -> newest.put(step.telling(), step));
        return newest.values().stream();
    }

    /** @param newest one step of each telling */
    private static Digest digest(Connection connection, List<Step> newest) throws SQLException {
        List<Step> worst = newest.size() <= SHOWN
                ? newest
                : newest.stream().sorted(Step.OPEN_AND_WORST_FIRST).limit(SHOWN).toList();
        Set<Step> shown = new HashSet<>(worst);
        Tally rest = Tally.NONE;
        for (Step step : newest) {
            if (!shown.contains(step)) {
                rest = step.over() ? rest.resolved() : rest.open(step.severity(), step.openedAt());
            }
        }
        return new Digest(events(connection, worst), rest);
    }

    private static List<DriftEvent> events(Connection connection, List<Step> steps) throws SQLException {
        Map<Long, DriftEvent> read =
                records(connection, steps.stream().map(Step::id).toList());
        return steps.stream()
                .map(step -> Optional.ofNullable(read.get(step.id())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<Long, DriftEvent> records(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, DriftEvent> records = new HashMap<>();
        if (!ids.isEmpty()) {
            Rows.query(
                    connection,
                    RECORDS,
                    query -> Rows.column(query, 1, "int8", ids, id -> id),
                    row -> records.put(row.getLong("id"), step(row)));
        }
        return records;
    }

    private static DriftEvent step(ResultSet row) throws SQLException {
        DriftEvent event = event(row);
        return new DriftEvent(
                row.getString("event_id"),
                DriftEvent.Type.of(row.getString("type")),
                Judged.with(event.drift(), Severity.of(row.getString("severity"))),
                event.time());
    }

    /** What the receiver was told the end of since then. */
    static List<DriftEvent> endedSince(Connection connection, String receiver, Instant time) throws SQLException {
        List<Long> ids = Rows.query(
                connection,
                ENDED,
                query -> {
                    query.setString(1, receiver);
                    query.setObject(2, Rows.at(time));
                    query.setInt(3, SHOWN);
                },
                row -> row.getLong("id"));
        return List.copyOf(records(connection, ids).values());
    }

    static DriftEvent event(ResultSet row) throws SQLException {
        try {
            return Json.read(row.getString("record").getBytes(StandardCharsets.UTF_8), DriftEvent.class);
        } catch (MalformedRecordException malformed) {
            throw new SQLException("an event's record cannot be read by this version", malformed);
        }
    }
}
