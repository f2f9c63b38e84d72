package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Many environments, databases of one server, in one {@code evenkeel collect}: what they cost, and how fast a change shows. */
final class Environments {
    private static final int TABLES = 40;
    private static final int CHANGES = 200;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final int count;

    Environments(int count) {
        this.count = count;
    }

    void run() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .serverSetting("max_connections", String.valueOf(count + 50))
                        .start();
                EmbeddedKafka broker = EmbeddedKafka.startScratch()) {
            List<String> databases =
                    IntStream.range(0, count).mapToObj(i -> "e" + i).toList();
            new SyntheticCatalog(server).createCopies(TABLES, databases);
            long started = System.nanoTime();
            try (CollectProcess process = CollectProcess.start(server, broker, databases);
                    CatalogTopics topics = new CatalogTopics(CollectProcess.clients(broker), databases)) {
                topics.awaitAllRead(process);
                measure(new Changes(server, topics, databases, true), topics, process, server, started);
            }
        }
    }

    private void measure(
            Changes changes, CatalogTopics topics, CollectProcess process, EmbeddedPostgres server, long started)
            throws Exception {
        Duration first = Duration.ofNanos(System.nanoTime() - started);
        ServerCpu cpu = ServerCpu.of(server);
        long bytes = topics.bytes();
        Duration serverBefore = cpu.used();
        Usage before = process.usage();
        topics.drain(IDLE);
        Usage after = process.usage();
        Duration serverIdle = cpu.used().minus(serverBefore);
        long heartbeats = topics.bytes() - bytes;
        List<Duration> delays = changes.delays(CHANGES, Duration.ZERO, new Random(1));
        Usage end = process.usage();
        System.out.println("""
                | environments | all read after s | RSS MB | threads | connections | idle: collector, share of one core | server | \
                to Kafka, KB/s | change to record p50 ms | p99 ms |
                |---|---|---|---|---|---|---|---|---|---|""");
        System.out.printf(
                Locale.ROOT,
                "| %d of %d tables | %d | %d, peak %d | %d | %d | %.1f %% | %.1f %% | %.1f | %d | %d |%n",
                count,
                TABLES,
                first.toSeconds(),
                after.megabytes(),
                end.peakMegabytes(),
                after.threads(),
                connections(server),
                100.0 * after.cpu().minus(before.cpu()).toMillis() / IDLE.toMillis(),
                100.0 * serverIdle.toMillis() / IDLE.toMillis(),
                heartbeats / 1024.0 / IDLE.toSeconds(),
                Changes.percentile(delays, 50),
                Changes.percentile(delays, 99));
    }

    private static long connections(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'evenkeel%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
