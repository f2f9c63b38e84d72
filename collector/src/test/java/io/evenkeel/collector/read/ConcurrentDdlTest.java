package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A writer changes seven objects together, again and again; a reading that shows two states would be a lie. */
final class ConcurrentDdlTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
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

    @ParameterizedTest
    @CsvSource({"13, 400", "17, 400", "18, 0"})
    void acceptedReadingsAreNeverTorn(int major, long pauseMillis) throws Exception {
        try (Database database = PostgresFixture.of(major).createDatabase();
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            database.execute("""
                    CREATE TABLE t (a text DEFAULT 'state_0' CONSTRAINT c CHECK (a <> 'state_0'));
                    COMMENT ON TABLE t IS 'state_0';
                    CREATE VIEW v AS SELECT a, 'state_0' AS b FROM t;
                    CREATE INDEX i ON t (a) WHERE a = 'state_0';
                    CREATE POLICY p ON t USING (a = 'state_0');
                    CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'state_0' $$
                    """);
            AtomicBoolean stop = new AtomicBoolean();
            Future<Integer> changes = writer.submit(() -> change(database, stop, pauseMillis));
            int accepted = readAll(database);
            stop.set(true);
            assertThat(changes.get(10, TimeUnit.SECONDS))
                    .as("changes, none failed")
                    .isGreaterThan(5);
            assertThat(accepted).as("accepted readings").isGreaterThan(pauseMillis > 0 ? 3 : -1);
        }
    }

    private static int change(Database database, AtomicBoolean stop, long pauseMillis)
            throws SQLException, InterruptedException {
        int state = 0;
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!stop.get()) {
                state++;
                statement.execute(CHANGE.formatted(state));
                connection.commit();
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        }
        return state;
    }

    private static int readAll(Database database) {
        int accepted = 0;
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        try (CatalogReader reader = new CatalogReader(
                Corpus.settings(database), KindLibrary.bundled(), Corpus.READING, InstantSource.system())) {
            while (System.nanoTime() < end) {
                switch (reader.read()) {
                    case Reading.Complete complete -> {
                        assertThat(states(complete)).as("states seen together").hasSize(1);
                        accepted++;
                    }
                    case Reading.Failed failed ->
                        assertThat(failed.failure().reason()).isEqualTo(UnknownReason.CONCURRENT_DDL);
                }
            }
        }
        return accepted;
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
