package io.evenkeel.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.EligibleLeaderReplicasVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker, its own KRaft controller, inside this process: one node, loopback only, without authentication.
 * Topics, records, cluster id and ports survive a restart on the same directory; a port that somebody else took
 * meanwhile is replaced. Thread-safe. Close it after the clients: a broker that fails fatally ends the process, as
 * Kafka's own launcher does.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;
    private final boolean scratch;

    private EmbeddedKafka(DirectoryLock lock, KafkaRaftServer server, int port, boolean scratch) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.scratch = scratch;
    }

    /**
     * Starts the broker and returns when it accepts clients.
     *
     * @param dataDirectory absent, empty, or one that an earlier start filled
     * @throws EmbeddedServerException if the directory is in use, foreign, unwritable or corrupt
     */
    public static EmbeddedKafka start(Path dataDirectory) {
        return start(dataDirectory, false, Map.of());
    }

    /** Starts a broker whose files {@link #close()} removes. */
    public static EmbeddedKafka startScratch() {
        return startScratch(Map.of());
    }

    /** The same with further settings, by Kafka's names. */
    public static EmbeddedKafka startScratch(Map<String, String> more) {
        return start(Trees.scratch("evenkeel-kafka-"), true, more);
    }

    /**
     * Where the broker on that directory listens while a process runs it.
     *
     * @throws EmbeddedServerException if none has ever run there
     */
    public static String addressOf(Path dataDirectory) {
        try {
            return Ports.LOOPBACK + ":"
                    + new KeptValues(dataDirectory.resolve("broker.properties"))
                            .get("port")
                            .orElseThrow(() -> new IOException("it has no port"));
        } catch (IOException absent) {
            throw new EmbeddedServerException(
                    "Expected the broker of a running 'evenkeel run' in %s, found none (%s); start it, or set kafka.bootstrap-servers"
                            .formatted(dataDirectory, EmbeddedServerException.describe(absent)),
                    absent);
        }
    }

    private static EmbeddedKafka start(Path dataDirectory, boolean scratch, Map<String, String> more) {
        DirectoryLock lock = DirectoryLock.take(dataDirectory, "kafka");
        try {
            return start(lock, scratch, more);
        } catch (EmbeddedServerException e) {
            lock.close();
            throw e;
        } catch (Exception e) { // Scala code throws checked exceptions without declaring them
            lock.close();
            throw new EmbeddedServerException(
                    "The Kafka broker cannot start on %s (%s); if the directory is damaged, remove it and start again: the topics are built anew"
                            .formatted(lock.directory(), EmbeddedServerException.describe(e)),
                    e);
        }
    }

    /** The address for Kafka clients, as {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Stops the broker cleanly, giving up after 30 seconds, and removes a scratch broker's files. A second call does nothing. */
    @Override
    public synchronized void close() {
        Thread stopper =
                Thread.ofPlatform().daemon().name("embedded-kafka-stop").start(this::stop);
        try {
            if (!stopper.join(STOP_PATIENCE)) {
                LOG.warn("The Kafka broker on {} did not stop within {}", lock.directory(), STOP_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
        if (scratch) {
            Trees.removeScratch(lock.directory());
        }
    }

    private void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static EmbeddedKafka start(DirectoryLock lock, boolean scratch, Map<String, String> more) throws Exception {
        KeptValues kept = new KeptValues(lock.directory().resolve("broker.properties"));
        Path logs = lock.directory().resolve("data");
        format(kept, logs);
        for (int attempt = 1; ; attempt++) {
            int port = chosenPort(kept, "port");
            int controllerPort = chosenPort(kept, "controller.port");
            Map<String, String> settings = BrokerSettings.of(logs, port, controllerPort);
            settings.putAll(more);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            try {
                server.startup();
                return new EmbeddedKafka(lock, server, port, scratch);
            } catch (Exception e) {
                server.shutdown();
                if (attempt == ATTEMPTS || !lostPort(e)) {
                    throw e;
                }
            }
        }
    }

    private static void format(KeptValues kept, Path logs) throws Exception {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        if (Files.isDirectory(logs) && Trees.firstEntry(logs).isPresent()) {
            throw new IOException(logs + " holds data, but its meta.properties is gone");
        }
        String clusterId =
                kept.get("cluster.id").orElseGet(() -> Uuid.randomUuid().toString());
        kept.put(Map.of("cluster.id", clusterId));
        Trees.createPrivate(logs);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(clusterId)
                .setNodeId(BrokerSettings.NODE_ID)
                .setDirectories(List.of(logs.toString()))
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setIgnoreFormatted(true)
                // with it, a killed broker that was a partition's only replica may never lead that partition again
                .setFeatureLevel(EligibleLeaderReplicasVersion.FEATURE_NAME, (short) 0)
                .run();
    }

    private static int chosenPort(KeptValues kept, String name) throws IOException {
        Optional<Integer> old = kept.freePort(name);
        if (old.isPresent()) {
            return old.get();
        }
        int fresh = Ports.free();
        kept.put(Map.of(name, Integer.toString(fresh)));
        return fresh;
    }

    private static boolean lostPort(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(BindException.class::isInstance);
    }
}
