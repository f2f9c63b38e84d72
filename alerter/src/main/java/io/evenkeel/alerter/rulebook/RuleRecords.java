package io.evenkeel.alerter.rulebook;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.Decisions;
import io.evenkeel.alerter.audit.Rows;
import io.evenkeel.alerter.rule.Origin;
import io.evenkeel.alerter.rule.Rule;
import io.evenkeel.alerter.rule.RuleReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rules in the audit database. Each stays there for good, with who made it, when, and who ended it. */
final class RuleRecords {
    private static final String ACTIVE = """
            select id, made_by, jsonb_build_object('rules', jsonb_build_array(rule))::text as text
            from rule where made_at <= ? and coalesce(ended_at > ?, true) order by id desc
            """;
    private static final String ADD = """
            insert into rule (name, rule, made_by, made_at)
            select r ->> 'name', r, ?, ? from jsonb_array_elements(?::jsonb -> 'rules') as r returning id
            """;
    private static final String END = """
            update rule set ended_by = ?, ended_at = ? where name = ? and ended_at is null returning id
            """;

    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** A rule as it lies in the database. */
    record Recorded(String place, String text) {
        List<Rule> rules() {
            return RuleReader.read(Origin.RECORD, place, text);
        }
    }

    private final AuditDatabase database;

    RuleRecords(AuditDatabase database) {
        this.database = database;
    }

    /** Those that nobody has ended, the newest first. */
    List<Recorded> active() {
        return activeAt(FOREVER);
    }

    /** Those that were made by then and that nobody had ended, the newest first. */
    List<Recorded> activeAt(Instant when) {
        return database.transaction(connection -> Rows.query(
                connection,
                ACTIVE,
                query -> {
                    query.setObject(1, Rows.at(when));
                    query.setObject(2, Rows.at(when));
                },
                row -> new Recorded(
                        "record " + row.getLong("id") + " by " + row.getString("made_by"), row.getString("text"))));
    }

    /** The rules of a request: JSON is YAML too. */
    static List<Rule> parse(String json) {
        return RuleReader.read(Origin.RECORD, "request", json);
    }

    void add(String by, String json, Instant now) {
        database.transaction(connection -> decided(connection, Decisions.Step.RULE_MADE, by, json, ADD, now));
    }

    /** Whether there was one in force. */
    boolean withdraw(String by, String name, Instant now) {
        return database.transaction(connection -> decided(connection, Decisions.Step.RULE_ENDED, by, name, END, now))
                > 0;
    }

    private static int decided(
            Connection connection, Decisions.Step step, String by, String what, String sql, Instant now)
            throws SQLException {
        List<Long> rows = Rows.query(
                connection,
                sql,
                change -> {
                    change.setString(1, by);
                    change.setObject(2, Rows.at(now));
                    change.setString(3, what);
                },
                row -> row.getLong(1));
        Decisions.write(connection, step, rows, by, now);
        return rows.size();
    }
}
