package io.evenkeel.alerter.rulebook;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.Rows;
import io.evenkeel.alerter.rule.Origin;
import io.evenkeel.alerter.rule.Rule;
import io.evenkeel.alerter.rule.RuleReader;
import java.time.Instant;
import java.util.List;

/** Rules in the audit database. Each stays there for good, with who made it, when, and who ended it. */
final class RuleRecords {
    private static final String ACTIVE = """
            select id, made_by, jsonb_build_object('rules', jsonb_build_array(rule))::text as text
            from rule where ended_at is null order by id desc
            """;
    private static final String ADD = """
            insert into rule (name, rule, made_by, made_at)
            select r ->> 'name', r, ?, ? from jsonb_array_elements(?::jsonb -> 'rules') as r
            """;
    private static final String END = """
            update rule set ended_by = ?, ended_at = ? where name = ? and ended_at is null
            """;

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

    /** Those in force, the newest first. */
    List<Recorded> active() {
        return database.transaction(connection -> Rows.query(
                connection,
                ACTIVE,
                none -> {},
                row -> new Recorded(
                        "record " + row.getLong("id") + " by " + row.getString("made_by"), row.getString("text"))));
    }

    /** The rules of a request: JSON is YAML too. */
    static List<Rule> parse(String json) {
        return RuleReader.read(Origin.RECORD, "request", json);
    }

    void add(String by, String json, Instant now) {
        database.transaction(connection -> Rows.update(connection, ADD, insert -> {
            insert.setString(1, by);
            insert.setObject(2, Rows.at(now));
            insert.setString(3, json);
        }));
    }

    /** Whether there was one in force. */
    boolean withdraw(String by, String name, Instant now) {
        return database.transaction(connection -> Rows.update(connection, END, update -> {
                    update.setString(1, by);
                    update.setObject(2, Rows.at(now));
                    update.setString(3, name);
                }))
                > 0;
    }
}
