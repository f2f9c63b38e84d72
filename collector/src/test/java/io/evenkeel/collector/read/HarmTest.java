package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a migration notices of a collector that reads without pause: no failure, no deadlock, no lock of a writer's kind. */
final class HarmTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    private static final int TABLES = 20;
    // tables in changing order, so that a reader that kept its locks would deadlock
    private static final String MIGRATION = """
            ALTER TABLE t%1$d ADD COLUMN IF NOT EXISTS extra integer DEFAULT %1$d;
            ALTER TABLE t%2$d ALTER COLUMN name SET DEFAULT '%1$d';
            CREATE OR REPLACE VIEW v%1$d AS SELECT id, name FROM t%1$d WHERE id > %2$d;
            DROP INDEX IF EXISTS i%2$d; CREATE INDEX i%2$d ON t%2$d (name);
            ALTER TABLE t%1$d DROP COLUMN extra
            """;
    private static final String READERS_LOCKS = """
            SELECT l.mode, l.granted, l.relation >= 16384 AS users
              FROM pg_locks l JOIN pg_stat_activity a USING (pid)
             WHERE a.application_name = 'evenkeel' AND a.datname = current_database() AND l.locktype = 'relation'
            """;
    private static final String DEADLOCKS =
            "SELECT deadlocks::text FROM pg_stat_database WHERE datname = current_database()";

    /** A lock that a sample found in the reader's hands. */
    private record Lock(String mode, boolean granted, boolean onUsersRelation) {}

    private static Database filled() {
        Database database = PostgresFixture.of(17).createDatabase();
        for (int table = 0; table < TABLES; table++) {
            database.execute("""
                    CREATE TABLE t%1$d (id bigint PRIMARY KEY, name text CHECK (name <> ''));
                    CREATE VIEW v%1$d AS SELECT id, name FROM t%1$d;
                    CREATE INDEX i%1$d ON t%1$d (name)
                    """.formatted(table));
        }
        return database;
    }

    @Test
    void migrationsNeverFailWhileTheCatalogIsReadWithoutPause() throws Exception {
        try (Database database = filled();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean stop = new AtomicBoolean();
            Future<Integer> migrations = threads.submit(() -> migrate(database, stop));
            Future<List<Lock>> locks = threads.submit(() -> sample(database, stop));
            int readings = readUntil(database, System.nanoTime() + LONG_ENOUGH.toNanos());
            stop.set(true);
            assertThat(migrations.get(30, TimeUnit.SECONDS)).as("migrations").isGreaterThan(20);
            assertThat(readings).as("readings").isPositive();
            assertThat(locks.get(30, TimeUnit.SECONDS))
                    .as("locks of the reader's")
                    .isNotEmpty()
                    .allSatisfy(lock -> assertThat(lock.mode()).isEqualTo("AccessShareLock"));
            assertThat(text(database, DEADLOCKS)).isEqualTo("0");
        }
    }

    @Test
    void nothingOfTheUsersIsLockedWhileNothingChanges() throws Exception {
        try (Database database = filled();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                CatalogReader reader = reader(database)) {
            assertThat(reader.read()).isInstanceOf(Reading.Complete.class);
            AtomicBoolean stop = new AtomicBoolean();
            Future<List<Lock>> locks = threads.submit(() -> sample(database, stop));
            for (int beat = 0; beat < 500; beat++) {
                assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);
            }
            stop.set(true);
            assertThat(locks.get(30, TimeUnit.SECONDS)).noneMatch(Lock::onUsersRelation);
        }
    }

    private static CatalogReader reader(Database database) {
        return new CatalogReader(
                Corpus.settings(database), KindLibrary.bundled(), Corpus.READING, InstantSource.system());
    }

    private static int readUntil(Database database, long end) {
        int readings = 0;
        try (CatalogReader reader = reader(database)) {
            while (System.nanoTime() < end) {
                reader.read();
                readings++;
            }
        }
        return readings;
    }

    /** Each migration in a transaction of its own; one that fails, fails the test. */
    private static int migrate(Database database, AtomicBoolean stop) {
        int done = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!stop.get()) {
                statement.execute(MIGRATION.formatted(done * 7 % TABLES, (done * 11 + 5) % TABLES));
                connection.commit();
                done++;
            }
        } catch (SQLException failed) {
            throw new AssertionError("migration " + done, failed);
        }
        return done;
    }

    private static List<Lock> sample(Database database, AtomicBoolean stop) {
        List<Lock> seen = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!stop.get()) {
                try (var rows = statement.executeQuery(READERS_LOCKS)) {
                    while (rows.next()) {
                        seen.add(new Lock(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3)));
                    }
                }
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return seen;
    }

    private static String text(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
