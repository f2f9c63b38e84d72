package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.Rows;
import io.evenkeel.alerter.notify.Conversation;
import io.evenkeel.contract.drift.DriftEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the messages of before that told the same drifts first. */
final class Conversations {
    /**
     * The message that told each of the drifts first, all drifts that it told first, and the newest event of each of
     * those that is told already or is being told now. What was given up was not told.
     */
    private static final String FIND = """
            with opener as (
                select distinct on (e.episode) d.message
                from event e join delivery d on d.event_id = e.id and d.receiver = ?
                where e.episode = any(?::text[]) and d.state = 'delivered'
                order by e.episode, e.position)
            select m.message, m.reference, newest.record
            from (select distinct message from opener) as o
            join delivery m on m.receiver = ? and m.message = o.message
            join event e on e.id = m.event_id
            cross join lateral (
                select x.record from event x join delivery y on y.event_id = x.id and y.receiver = m.receiver
                where x.episode = e.episode and (y.state <> 'pending' or y.id = any(?::bigint[]))
                order by x.position desc limit 1) as newest
            where not exists (
                select from event p join delivery q on q.event_id = p.id and q.receiver = m.receiver
                where p.episode = e.episode and p.position < e.position and q.state = 'delivered')
            order by m.id
            """;

    private record Line(String message, Optional<String> reference, DriftEvent newest) {}

    private Conversations() {}

    /** @param rows of the deliveries that are being made */
    static List<Conversation> find(
            Connection connection, String receiver, Collection<DriftEvent> events, Collection<Long> rows)
            throws SQLException {
        List<String> episodes = events.stream()
                .filter(event -> event.type() != DriftEvent.Type.OPENED)
                .map(event -> event.drift().id())
                .distinct()
                .toList();
        if (episodes.isEmpty()) {
            return List.of();
        }
        return together(Rows.query(
                connection,
                FIND,
                query -> {
                    query.setString(1, receiver);
                    Rows.column(query, 2, "text", episodes, episode -> episode);
                    query.setString(3, receiver);
                    Rows.column(query, 4, "int8", rows, row -> row);
                },
                row -> new Line(row.getString("message"), Rows.text(row, "reference"), Outbox.event(row))));
    }

    private static List<Conversation> together(List<Line> lines) {
        Map<String, List<Line>> byMessage = new LinkedHashMap<>();
        lines.forEach(line -> byMessage
                .computeIfAbsent(line.message(), message -> new ArrayList<>())
                .add(line));
        return byMessage.entrySet().stream()
                .map(entry -> new Conversation(
                        entry.getKey(),
                        entry.getValue().getFirst().reference(),
                        entry.getValue().stream().map(Line::newest).toList()))
                .toList();
    }
}
