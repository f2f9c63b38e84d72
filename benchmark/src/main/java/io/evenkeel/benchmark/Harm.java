package io.evenkeel.benchmark;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Pulse;
import io.evenkeel.collector.read.ReadingOptions;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.runtime.settings.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** DDL transactions without and with a collector that reads back to back, in turns, on one server. */
final class Harm {
    private static final int TABLES = 20;
    private static final int BLOCKS = 10;
    private static final int PROBES = 1_000;
    // tables in changing order, so that a reader that kept its locks would deadlock
    private static final String MIGRATION = """
            ALTER TABLE t%1$d ALTER COLUMN name SET DEFAULT '%3$d';
            CREATE OR REPLACE VIEW v%2$d AS SELECT id, name FROM t%2$d WHERE id > %3$d;
            ALTER TABLE t%2$d DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (id > -%3$d)
            """;
    private static final String READERS_LOCKS = """
            SELECT CASE WHEN l.relation >= 16384 THEN 'users ' ELSE 'catalog ' END || l.mode
                || CASE WHEN l.granted THEN '' ELSE ' waiting' END
              FROM pg_locks l JOIN pg_stat_activity a USING (pid)
             WHERE a.application_name = 'evenkeel' AND l.locktype = 'relation'
            """;

    private final EmbeddedPostgres server;
    private final CatalogReader reader;
    private final ExecutorService threads;
    private int failed;
    private int readings;
    private int samples;

    private Harm(EmbeddedPostgres server, CatalogReader reader, ExecutorService threads) {
        this.server = server;
        this.reader = reader;
        this.threads = threads;
    }

    static CatalogReader reader(EmbeddedPostgres server, Choice kinds) {
        return new CatalogReader(
                ConnectionSettings.parse(
                        "postgresql://%s@%s:%d/postgres".formatted(server.user(), server.host(), server.port()),
                        Optional.of(new Secret(server.password()))),
                KindLibrary.bundled(),
                ReadingOptions.under(RedactionKey.random())
                        .withSelection(Selection.DEFAULT.choosing(kinds, Choice.ALL)),
                Clock.systemUTC());
    }

    static void run(int transactions) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                CatalogReader reader = reader(server, Choice.ALL);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (int table = 0; table < TABLES; table++) {
                statement.execute("""
                        CREATE TABLE t%1$d (id bigint PRIMARY KEY, name text, CONSTRAINT c CHECK (id > 0));
                        CREATE VIEW v%1$d AS SELECT id, name FROM t%1$d
                        """.formatted(table));
            }
            new Harm(server, reader, threads).measure(transactions, statement);
        }
    }

    private void measure(int transactions, Statement statement) throws Exception {
        long[] alone = new long[transactions];
        long[] beside = new long[transactions];
        Map<String, Integer> locks = new TreeMap<>();
        int block = Math.max(1, transactions / BLOCKS);
        for (int first = 0; first < transactions; first += block) {
            int end = Math.min(transactions, first + block);
            migrate(statement, alone, first, end);
            AtomicBoolean stop = new AtomicBoolean();
            Future<Integer> reading = threads.submit(() -> readUntil(stop));
            Future<Integer> sampling = threads.submit(() -> sampleUntil(stop, locks));
            migrate(statement, beside, first, end);
            stop.set(true);
            readings += reading.get(2, TimeUnit.MINUTES);
            samples += sampling.get(2, TimeUnit.MINUTES);
        }
        System.out.println("| DDL transactions | p50 ms | p99 ms | longest ms |\n|---|---|---|---|");
        row("without a collector", alone);
        row("beside " + readings + " readings", beside);
        System.out.printf(
                "failed in all %d, deadlocks %s, the reader's locks in %d samples %s%n",
                failed, deadlocks(statement), samples, locks);
        idle();
    }

    private void idle() throws Exception {
        reader.read();
        Map<String, Integer> locks = new TreeMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        Future<Integer> sampling = threads.submit(() -> sampleUntil(stop, locks));
        for (int probe = 0; probe < PROBES; probe++) {
            if (!(reader.pulse() instanceof Pulse.Beat)) {
                throw new IllegalStateException("a probe failed");
            }
        }
        stop.set(true);
        System.out.printf(
                "while nothing changes, %d probes: the reader's locks in %d samples %s%n",
                PROBES, sampling.get(1, TimeUnit.MINUTES), locks);
    }

    private void migrate(Statement statement, long[] took, int first, int end) {
        for (int at = first; at < end; at++) {
            long start = System.nanoTime();
            try {
                // several statements in one text are one transaction
                statement.execute(MIGRATION.formatted(at * 7 % TABLES, (at * 11 + 5) % TABLES, at + 1));
            } catch (SQLException refused) {
                failed++;
                System.out.println("failed: " + refused.getMessage());
            }
            took[at] = System.nanoTime() - start;
        }
    }

    private int readUntil(AtomicBoolean stop) {
        int count = 0;
        while (!stop.get()) {
            reader.read();
            count++;
        }
        return count;
    }

    private int sampleUntil(AtomicBoolean stop, Map<String, Integer> locks) throws Exception {
        int count = 0;
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            while (!stop.get()) {
                try (ResultSet rows = statement.executeQuery(READERS_LOCKS)) {
                    while (rows.next()) {
                        locks.merge(rows.getString(1), 1, Integer::sum);
                    }
                }
                count++;
                // sampling back to back would itself be what migrations wait for
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return count;
    }

    private static String deadlocks(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void row(String name, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "| %d %s | %.1f | %.1f | %.1f |%n",
                sorted.length,
                name,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
