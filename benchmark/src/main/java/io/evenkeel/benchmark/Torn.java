package io.evenkeel.benchmark;

import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Readings while six objects are changed together at several rates, each judged by what it promises. Twice: one reader of
 * all kinds that looks as a collector does, to see how many readings are exact; and several that read a few kinds without
 * pause, for as many readings as were asked for.
 */
final class Torn {
    private static final double[] RATES = {0.5, 4, 100};
    private static final int READERS = 4;
    private static final Duration USUAL = Duration.ofSeconds(40);

    private Torn() {}

    /**
     * @param readings that are accepted at each rate
     * @param longest gives up waiting for them
     */
    static void run(int readings, Duration longest) throws Exception {
        System.out.println("| changes/s asked for | made | readers | seconds | exact | object by object | given up |"
                + " while it changed | looks that found nothing | objects stale | torn or wrong |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (double rate : RATES) {
            try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
                measure(server, rate, 1, Choice.ALL, Integer.MAX_VALUE, USUAL);
            }
            try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
                measure(server, rate, READERS, SixObjects.KINDS, readings, longest);
            }
        }
    }

    private static void measure(
            EmbeddedPostgres server, double rate, int readers, Choice kinds, int wanted, Duration longest)
            throws Exception {
        try (Connection connection = server.connect("postgres");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            SixObjects six = new SixObjects(connection);
            AtomicBoolean stop = new AtomicBoolean();
            Judged judged = new Judged(six);
            long start = System.nanoTime();
            BooleanSupplier enough = () -> judged.accepted() >= wanted || System.nanoTime() - start > longest.toNanos();
            Future<Integer> changes = threads.submit(() -> six.change(connection, rate, stop));
            List<Future<?>> reading = new ArrayList<>();
            for (int reader = 0; reader < readers; reader++) {
                // one alone looks as a collector does, of several each other one reads everything
                boolean looking = reader % 2 == 0;
                reading.add(threads.submit(() -> read(server, kinds, looking, judged, enough)));
            }
            try {
                for (Future<?> one : reading) {
                    one.get(longest.toMinutes() + 1, TimeUnit.MINUTES);
                }
            } finally {
                stop.set(true);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d %s%n",
                    rate,
                    changes.get(1, TimeUnit.MINUTES),
                    readers,
                    (System.nanoTime() - start) / 1_000_000_000,
                    judged.row());
        }
    }

    private static void read(
            EmbeddedPostgres server, Choice kinds, boolean looking, Judged judged, BooleanSupplier enough) {
        try (CatalogReader reader = Harm.reader(server, kinds)) {
            Judged.Witness witness = judged.witness();
            while (!enough.getAsBoolean()) {
                if (looking) {
                    witness.looks(reader::refresh);
                } else {
                    witness.reads(reader::read);
                }
            }
        }
    }
}
