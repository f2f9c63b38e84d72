package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Many environments, databases of one server, in one {@code evenkeel collect}: what they cost, and how fast a change shows. */
final class Environments {
    private static final int TABLES = 40;
    private static final int CHANGES = 200;
    private static final int PARTITIONS = 4;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final int count;

    Environments(int count) {
        this.count = count;
    }

    void run() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .serverSetting("max_connections", String.valueOf(count + 50))
                        .start();
                EmbeddedKafka broker = EmbeddedKafka.startScratch()) {
            new SyntheticCatalog(server).createCopies(TABLES, count);
            KafkaClients clients = new KafkaClients(
                    new KafkaSettings(broker.bootstrapServers(), "bench", PARTITIONS, (short) 1, Map.of()));
            Path settings = settings(server, broker);
            Path log = Files.createTempFile("evenkeel-benchmark-", ".log");
            long started = System.nanoTime();
            Process process = collect(server, settings, log);
            try {
                measure(server, clients, process, started);
            } finally {
                process.destroy();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                Files.delete(settings);
                System.err.println("log of the collector: " + log);
            }
        }
    }

    private Path settings(EmbeddedPostgres server, EmbeddedKafka broker) throws IOException {
        StringBuilder yaml = new StringBuilder("kafka:\n  bootstrap-servers: " + broker.bootstrapServers()
                + "\n  topic-prefix: bench\n  partitions: " + PARTITIONS
                + "\n  replication-factor: 1\nredaction-key: 0123456789abcdef0123456789abcdef"
                + "\ncomparisons: [{baseline: e0, target: e1}]\nenvironments:\n");
        for (int i = 0; i < count; i++) {
            yaml.append("  e%d:\n    url: postgresql://%s@%s:%d/e%d\n"
                    .formatted(i, server.user(), server.host(), server.port(), i));
        }
        return Files.writeString(Files.createTempFile("evenkeel-benchmark-", ".yaml"), yaml);
    }

    private static Process collect(EmbeddedPostgres server, Path settings, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("evenkeel.home"), "evenkeel").toString(),
                        "collect",
                        "--config",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PGPASSWORD", server.password());
        return builder.start();
    }

    private void measure(EmbeddedPostgres server, KafkaClients clients, Process process, long started)
            throws Exception {
        try (Consumer<byte[], byte[]> consumer = clients.consumer("bench", Optional.empty())) {
            awaitTopics(consumer, process);
            List<TopicPartition> all = IntStream.range(0, count)
                    .boxed()
                    .flatMap(i -> IntStream.range(0, PARTITIONS)
                            .mapToObj(partition -> new TopicPartition("bench.catalog.e" + i, partition)))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            awaitAllRead(consumer);
            double first = seconds(started);
            Usage before = Usage.of(process.pid());
            drain(consumer, IDLE);
            Usage after = Usage.of(process.pid());
            List<Long> delays = changes(server, consumer);
            Usage end = Usage.of(process.pid());
            report(server, first, before, after, end, delays);
        }
    }

    private static void awaitTopics(Consumer<byte[], byte[]> consumer, Process process) throws InterruptedException {
        while (!consumer.listTopics().containsKey("bench.catalog.e0")) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the collector ended with " + process.exitValue());
            }
        }
    }

    /** Until every environment has published objects and the markers after them. */
    private void awaitAllRead(Consumer<byte[], byte[]> consumer) {
        Set<String> withObjects = new HashSet<>();
        Set<String> read = new HashSet<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (read.size() < count) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (!key(record).startsWith("[\"$")) {
                    withObjects.add(record.topic());
                } else if (withObjects.contains(record.topic())) {
                    read.add(record.topic());
                }
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + read.size() + " environments were read within " + PATIENCE);
            }
        }
    }

    private static void drain(Consumer<byte[], byte[]> consumer, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100));
        }
    }

    /** One new column after another, each in another environment, from its commit to the committed record; in milliseconds. */
    private List<Long> changes(EmbeddedPostgres server, Consumer<byte[], byte[]> consumer) throws SQLException {
        Random random = new Random(1);
        Map<Integer, Long> delays = new HashMap<>();
        for (int change = 0; change < CHANGES; change++) {
            String column = "bench_" + change;
            long committed = commit(server, random.nextInt(count), column);
            long end = committed + Duration.ofMinutes(1).toNanos();
            while (!delays.containsKey(change) && System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(5))) {
                    if (key(record).contains("\"" + column + "\"")) {
                        delays.putIfAbsent(change, (System.nanoTime() - committed) / 1_000_000);
                    }
                }
            }
        }
        if (delays.size() < CHANGES) {
            throw new IllegalStateException("only " + delays.size() + " of " + CHANGES + " changes were seen");
        }
        return delays.values().stream().sorted().toList();
    }

    private static long commit(EmbeddedPostgres server, int environment, String column) throws SQLException {
        try (Connection connection = server.connect("e" + environment);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE s1.t1 ADD COLUMN " + column + " text");
            return System.nanoTime();
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void report(EmbeddedPostgres server, double first, Usage before, Usage after, Usage end, List<Long> delays)
            throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.add("| environments | all read after s | RSS MB | threads | connections | idle: share of one core | "
                + "change to record p50 ms | p99 ms |");
        lines.add("|---|---|---|---|---|---|---|---|");
        lines.add(String.format(
                Locale.ROOT,
                "| %d of %d tables | %.0f | %d, peak %d | %d | %d | %.1f %% | %d | %d |",
                count,
                TABLES,
                first,
                after.megabytes(),
                end.peakMegabytes(),
                after.threads(),
                connections(server),
                100.0 * after.cpu().minus(before.cpu()).toMillis() / IDLE.toMillis(),
                delays.get(delays.size() / 2),
                delays.get(delays.size() * 99 / 100)));
        lines.forEach(System.out::println);
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
