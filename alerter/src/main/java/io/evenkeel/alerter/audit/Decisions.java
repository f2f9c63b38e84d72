package io.evenkeel.alerter.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people decided: rows that never change, on the hash chain. */
public final class Decisions {
    private static final String WRITE = """
            insert into decision (what, ref, actor, decided_at, content)
            select ?, o.id, ?, ?, %s from %s where o.id = any(?::bigint[]) order by o.id returning id
            """;
    private static final String NEWEST = """
            select id, what, actor, decided_at, content from decision
            where decided_at >= coalesce(?::timestamptz, '-infinity')
              and decided_at < coalesce(?::timestamptz, 'infinity')
            order by decided_at desc, id desc limit ?
            """;

    /** What is decided, in the table that says what holds now. */
    public enum Step {
        RULE_MADE("rule o", "o.rule"),
        RULE_ENDED("rule o", "o.rule"),
        QUIET_BEGUN("quiet o", "quiet_content(o)"),
        QUIET_ENDED("quiet o", "quiet_content(o)");

        private final String table;
        private final String content;

        Step(String table, String content) {
            this.table = table;
            this.content = content;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param what such as {@code rule_made}
     * @param content JSON: the rule, or the quiet time
     */
    public record Decision(long id, String what, String actor, Instant at, String content) {}

    private Decisions() {}

    /** Writes down that somebody decided it on these rows, in the transaction that changes them. */
    public static void write(Connection connection, Step step, Collection<Long> rows, String actor, Instant at)
            throws SQLException {
        List<Long> ids = Rows.query(
                connection,
                WRITE.formatted(step.content, step.table),
                insert -> {
                    insert.setString(1, step.word());
                    insert.setString(2, actor);
                    insert.setObject(3, Rows.at(at));
                    Rows.column(insert, 4, "int8", rows, id -> id);
                },
                row -> row.getLong(1));
        new ChainWriter(connection, at).append(Subject.DECISION, ids);
    }

    /** Those of a time, newest first. */
    public static List<Decision> between(
            AuditDatabase database, Optional<Instant> from, Optional<Instant> to, int most) {
        return database.transaction(connection -> Rows.query(
                connection,
                NEWEST,
                query -> {
                    query.setObject(1, from.map(Rows::at).orElse(null));
                    query.setObject(2, to.map(Rows::at).orElse(null));
                    query.setInt(3, most);
                },
                row -> new Decision(
                        row.getLong("id"),
                        row.getString("what"),
                        row.getString("actor"),
                        Rows.instant(row, "decided_at"),
                        row.getString("content"))));
    }
}
