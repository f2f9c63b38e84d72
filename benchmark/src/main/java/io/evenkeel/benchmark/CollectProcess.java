package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One {@code evenkeel collect} as users start it, whose environments are databases of one server. */
final class CollectProcess implements AutoCloseable {
    static final String PREFIX = "bench";
    static final int PARTITIONS = 4;

    private final Process process;
    private final Path settings;
    private final Path log;

    private CollectProcess(Process process, Path settings, Path log) {
        this.process = process;
        this.settings = settings;
        this.log = log;
    }

    /** An environment of each database, by its name. */
    static CollectProcess start(EmbeddedPostgres server, EmbeddedKafka broker, List<String> databases)
            throws IOException {
        Path settings = settings(server, broker, databases);
        Path log = Files.createTempFile("evenkeel-benchmark-", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("evenkeel.home"), "evenkeel").toString(),
                        "collect",
                        "--config",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PGPASSWORD", server.password());
        return new CollectProcess(builder.start(), settings, log);
    }

    private static Path settings(EmbeddedPostgres server, EmbeddedKafka broker, List<String> databases)
            throws IOException {
        StringBuilder yaml = new StringBuilder("kafka:\n  bootstrap-servers: " + broker.bootstrapServers()
                + "\n  topic-prefix: " + PREFIX + "\n  partitions: " + PARTITIONS
                + "\n  replication-factor: 1\nredaction-key: 0123456789abcdef0123456789abcdef\n");
        if (databases.size() > 1) {
            yaml.append(
                    "comparisons: [{baseline: " + databases.getFirst() + ", target: " + databases.getLast() + "}]\n");
        }
        yaml.append("environments:\n");
        for (String database : databases) {
            yaml.append("  %s:\n    url: postgresql://%s@%s:%d/%s\n"
                    .formatted(database, server.user(), server.host(), server.port(), database));
        }
        return Files.writeString(Files.createTempFile("evenkeel-benchmark-", ".yaml"), yaml);
    }

    /** Clients of the cluster that it publishes to. */
    static KafkaClients clients(EmbeddedKafka broker) {
        return new KafkaClients(new KafkaSettings(broker.bootstrapServers(), PREFIX, PARTITIONS, (short) 1, Map.of()));
    }

    Usage usage() throws IOException {
        return Usage.of(process.pid());
    }

    /** Waits a little, and refuses to go on if the process has ended. */
    void await() throws InterruptedException {
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the collector ended with " + process.exitValue() + ", see " + log);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.delete(settings);
        System.err.println("log of the collector: " + log);
    }
}
