package io.evenkeel.benchmark;

import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.collector.read.Refreshed;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A writer changes six objects together at several rates: an exact reading that shows two states would be torn. */
final class Torn {
    private static final double[] RATES = {0.5, 4, 100};
    private static final Pattern STATE = Pattern.compile("state_\\d+");
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

    private final EmbeddedPostgres server;
    private int exact;
    private int perObject;
    private int refused;
    private int torn;

    private Torn(EmbeddedPostgres server) {
        this.server = server;
    }

    static void run(int seconds) throws Exception {
        System.out.println("| changes/s asked for | made | exact readings | object by object | given up | torn |");
        System.out.println("|---|---|---|---|---|---|");
        for (double rate : RATES) {
            try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
                new Torn(server).measure(rate, Duration.ofSeconds(seconds));
            }
        }
    }

    private void measure(double rate, Duration length) throws Exception {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                CatalogReader reader = Harm.reader(server)) {
            statement.execute(CREATE);
            // what keeps moving later stays as it was read now
            reader.read();
            AtomicBoolean stop = new AtomicBoolean();
            Future<Integer> changes = threads.submit(() -> change(statement, rate, stop));
            long end = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < end) {
                if (reader.refresh() instanceof Refreshed.Read read) {
                    look(read.reading());
                }
            }
            stop.set(true);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d |%n",
                    rate,
                    changes.get(1, TimeUnit.MINUTES),
                    exact,
                    perObject,
                    refused,
                    torn);
        }
    }

    private static int change(Statement statement, double rate, AtomicBoolean stop)
            throws SQLException, InterruptedException {
        long start = System.nanoTime();
        int made = 0;
        while (!stop.get()) {
            made++;
            statement.execute(CHANGE.formatted(made));
            long due = start + (long) (made / rate * 1e9);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
        return made;
    }

    private void look(Reading reading) {
        switch (reading) {
            case Reading.Failed failed -> refused++;
            case Reading.Complete complete -> {
                if (complete.consistency() == Consistency.EXACT) {
                    exact++;
                    torn += states(complete).size() > 1 ? 1 : 0;
                } else {
                    perObject++;
                }
            }
        }
    }

    private static Set<String> states(Reading.Complete reading) {
        return reading.objects().values().stream()
                .flatMap(object -> object.compared().values().values().stream())
                .flatMap(value -> STATE.matcher(String.valueOf(value.json())).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
