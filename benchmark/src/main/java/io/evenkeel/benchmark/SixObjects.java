package io.evenkeel.benchmark;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.contract.catalog.ObjectKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Six objects that are changed together, again and again, and when each of their states can have been true. */
final class SixObjects {
    static final List<ObjectKey> KEYS = List.of(
            ObjectKey.of(List.of("function", "public", "f", "")),
            ObjectKey.of(List.of("table", "public", "t")),
            ObjectKey.of(List.of("column", "public", "t", "a")),
            ObjectKey.of(List.of("check_constraint", "public", "t", "c")),
            ObjectKey.of(List.of("view", "public", "v")),
            ObjectKey.of(List.of("policy", "public", "t", "p")));

    /** Their kinds. */
    static final Choice KINDS =
            new Choice(KEYS.stream().map(key -> key.kind().name()).toList(), List.of());

    private static final Pattern STATE = Pattern.compile("state_(\\d+)");
    private static final String CREATE = """
            CREATE TABLE t (a text DEFAULT 'state_0' CONSTRAINT c CHECK (a <> 'state_0'));
            COMMENT ON TABLE t IS 'state_0';
            CREATE VIEW v AS SELECT a, 'state_0' AS b FROM t;
            CREATE POLICY p ON t USING (a = 'state_0');
            CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'state_0' $$
            """;
    private static final String CHANGE = """
            CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'state_%1$d' $$;
            COMMENT ON TABLE t IS 'state_%1$d';
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 'state_%1$d';
            ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a <> 'state_%1$d');
            CREATE OR REPLACE VIEW v AS SELECT a, 'state_%1$d' AS b FROM t;
            ALTER POLICY p ON t USING (a = 'state_%1$d')
            """;

    private final List<Long> begun = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();

    SixObjects(Connection connection) throws SQLException {
        note(begun);
        execute(connection, CREATE);
        note(done);
    }

    /** So many times a second, until told to stop; a change that fails ends it. Returns how many were made. */
    int change(Connection connection, double rate, AtomicBoolean stop) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        for (int made = 1; ; made++) {
            long due = start + (long) (made / rate * 1e9);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            if (stop.get()) {
                return made - 1;
            }
            note(begun);
            // several statements in one text are one transaction
            execute(connection, CHANGE.formatted(made));
            note(done);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private synchronized void note(List<Long> times) {
        times.add(System.nanoTime());
    }

    /** Whether that can have been their state at some time between the two. */
    synchronized boolean mayHaveBeen(int state, long from, long to) {
        return state >= 0
                && state < begun.size()
                && begun.get(state) - to <= 0
                && (state + 1 >= done.size() || done.get(state + 1) - from >= 0);
    }

    /** How many states were made. */
    synchronized int made() {
        return done.size();
    }

    /** How many states were made, or are under way. */
    synchronized int begun() {
        return begun.size();
    }

    /** What an object shows; -1 if it shows none or more than one. */
    static int state(CatalogObject object) {
        List<Integer> states = object.compared().values().values().stream()
                .map(value -> STATE.matcher(String.valueOf(value.json())))
                .flatMap(Matcher::results)
                .map(match -> Integer.valueOf(match.group(1)))
                .distinct()
                .toList();
        return states.size() == 1 ? states.getFirst() : -1;
    }
}
