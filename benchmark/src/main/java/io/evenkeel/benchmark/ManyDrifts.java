package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Very many drifts at once in an alerter with a heap of 256 MB, half of them made by migrations that one side lacks. */
final class ManyDrifts {
    private static final int KINDS = 60;
    private static final int MIGRATIONS = 200;
    private static final int SCRAPES = 500;

    private final int drifts;

    ManyDrifts(int drifts) {
        this.drifts = drifts;
    }

    void run() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                EmbeddedKafka broker = EmbeddedKafka.startScratch();
                AlertTopics topics = new AlertTopics(broker);
                AlertProcess alerter = AlertProcess.start(server, broker, "-Xmx256m -XX:+UseSerialGC")) {
            topics.kindsAndMigrations(KINDS, MIGRATIONS, Math.max(1, drifts / 10 / 2 / MIGRATIONS));
            alerter.await(() -> answers(alerter));
            ServerCpu cpu = ServerCpu.of(server);
            Duration serverBefore = cpu.used();
            Usage before = alerter.usage();
            long start = System.nanoTime();
            for (int from = 0; from < drifts; from += 1000) {
                topics.open(from, Math.min(drifts, from + 1000), KINDS);
            }
            alerter.await(() -> sum(alerter.metrics(), "evenkeel_drift_objects{") >= drifts);
            Duration counted = Duration.ofNanos(System.nanoTime() - start);
            alerter.await(() -> alerter.messages() > 0 && sum(alerter.metrics(), "evenkeel_notification_queue{") == 0);
            Duration told = Duration.ofNanos(System.nanoTime() - start);
            Usage after = alerter.usage();
            Duration server1 = cpu.used().minus(serverBefore);
            report(alerter, counted, told, after.cpu().minus(before.cpu()), server1);
        }
    }

    private static boolean answers(AlertProcess alerter) throws InterruptedException {
        try {
            return alerter.metrics().contains("evenkeel_migrations{");
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    private void report(AlertProcess alerter, Duration counted, Duration told, Duration cpu, Duration server)
            throws Exception {
        List<Long> micros = new ArrayList<>();
        Usage before = alerter.usage();
        long start = System.nanoTime();
        for (int i = 0; i < SCRAPES; i++) {
            long begin = System.nanoTime();
            alerter.metrics();
            micros.add((System.nanoTime() - begin) / 1000);
            Thread.sleep(20);
        }
        double idle = (double) alerter.usage().cpu().minus(before.cpu()).toNanos() / (System.nanoTime() - start);
        micros.sort(Long::compare);
        String text = alerter.metrics();
        System.out.println(
                "| open drifts | counted after s | told after s | messages | alerter CPU s | server CPU s | series | heap MB | RSS MB | "
                        + "/metrics p50 ms | p99 ms | then, while scraped again and again: share of one core |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %d | %.1f | %.1f | %d | %.0f | %d | %.1f | %.1f | %.0f %% |%n",
                drifts,
                counted.toMillis() / 1000.0,
                told.toMillis() / 1000.0,
                alerter.messages(),
                cpu.toMillis() / 1000.0,
                server.toMillis() / 1000.0,
                text.lines().filter(line -> !line.startsWith("#")).count(),
                sum(text, "jvm_memory_used_bytes{area=\"heap\"") / 1e6,
                alerter.usage().megabytes(),
                micros.get(SCRAPES / 2) / 1000.0,
                micros.get(SCRAPES * 99 / 100) / 1000.0,
                idle * 100);
    }

    private static double sum(String metrics, String start) {
        return metrics.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
