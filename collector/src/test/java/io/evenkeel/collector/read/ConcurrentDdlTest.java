package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A writer changes seven objects together, again and again. An exact reading that shows two states would be a lie, and so
 * would any that misses one of the seven, or shows a state that was not true while it was made without calling it stale.
 */
final class ConcurrentDdlTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(8);
    private static final Pattern STATE = Pattern.compile("state_(\\d+)");
    private static final String CHANGE = """
            CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'state_%1$d' $$;
            COMMENT ON TABLE t IS 'state_%1$d';
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 'state_%1$d';
            ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a <> 'state_%1$d');
            DROP VIEW v;
            CREATE VIEW v AS SELECT a, 'state_%1$d' AS b FROM t;
            DROP INDEX i;
            CREATE INDEX i ON t (a) WHERE a = 'state_%1$d';
            ALTER POLICY p ON t USING (a = 'state_%1$d')
            """;

    private static final List<ObjectKey> CHANGED = List.of(
            ObjectKey.of(List.of("function", "public", "f", "")),
            ObjectKey.of(List.of("table", "public", "t")),
            ObjectKey.of(List.of("column", "public", "t", "a")),
            ObjectKey.of(List.of("check_constraint", "public", "t", "c")),
            ObjectKey.of(List.of("view", "public", "v")),
            ObjectKey.of(List.of("index", "public", "t", "i")),
            ObjectKey.of(List.of("policy", "public", "t", "p")));

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger committed = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"13, 400", "17, 150", "18, 0"})
    void acceptedReadingsAreNeverTornAndKeepComing(int major, long pauseMillis) throws Exception {
        try (Database database = PostgresFixture.of(major).createDatabase();
                CatalogReader reader = new CatalogReader(
                        Corpus.settings(database), KindLibrary.bundled(), Corpus.READING, InstantSource.system());
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            database.execute("""
                    CREATE TABLE t (a text DEFAULT 'state_0' CONSTRAINT c CHECK (a <> 'state_0'));
                    COMMENT ON TABLE t IS 'state_0';
                    CREATE VIEW v AS SELECT a, 'state_0' AS b FROM t;
                    CREATE INDEX i ON t (a) WHERE a = 'state_0';
                    CREATE POLICY p ON t USING (a = 'state_0');
                    CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'state_0' $$
                    """);
            assertThat(reader.read()).isInstanceOf(Reading.Complete.class);
            AtomicBoolean stop = new AtomicBoolean();
            Future<Integer> changes = writer.submit(() -> change(database, stop, pauseMillis));
            int accepted;
            try {
                accepted = readAll(reader);
            } finally {
                stop.set(true);
            }
            assertThat(changes.get(10, TimeUnit.SECONDS))
                    .as("changes, none failed")
                    .isGreaterThan(5);
            assertThat(accepted).as("accepted readings").isPositive();
        }
    }

    private int change(Database database, AtomicBoolean stop, long pauseMillis)
            throws SQLException, InterruptedException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!stop.get()) {
                statement.execute(CHANGE.formatted(begun.incrementAndGet()));
                connection.commit();
                committed.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        }
        return committed.get();
    }

    private int readAll(CatalogReader reader) {
        int accepted = 0;
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (System.nanoTime() < end) {
            int before = committed.get();
            if (reader.refresh() instanceof Refreshed.Read read) {
                check(Corpus.complete(read.reading()), before);
                accepted++;
            }
        }
        return accepted;
    }

    private void check(Reading.Complete reading, int before) {
        Set<String> states = states(reading);
        if (reading.consistency() == Consistency.EXACT) {
            assertThat(states).as("states seen together").hasSize(1);
        }
        Set<ObjectKind> unread = reading.unread().stream().map(Unread::kind).collect(Collectors.toSet());
        assertThat(CHANGED).filteredOn(key -> !unread.contains(key.kind())).allMatch(reading.objects()::containsKey);
        assertThat(CHANGED)
                .filteredOn(key ->
                        reading.objects().containsKey(key) && !reading.stale().contains(key))
                .allSatisfy(key -> assertThat(state(reading, key)).isBetween(before, begun.get()));
    }

    private static int state(Reading.Complete reading, ObjectKey key) {
        return Objects.requireNonNull(reading.objects().get(key)).compared().values().values().stream()
                .flatMap(value -> STATE.matcher(String.valueOf(value.json())).results())
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> states(Reading.Complete reading) {
        // a kind that met the writer's lock is unread; what was read has to agree
        assertThat(reading.unread())
                .allMatch(unread ->
                        unread.reason() == UnknownReason.LOCKED || unread.reason() == UnknownReason.CONCURRENT_DDL);
        Set<String> states = new TreeSet<>();
        reading.objects().values().stream()
                .flatMap(object -> object.compared().values().values().stream())
                .flatMap(value -> STATE.matcher(String.valueOf(value.json())).results())
                .forEach(match -> states.add(match.group()));
        return states;
    }
}
