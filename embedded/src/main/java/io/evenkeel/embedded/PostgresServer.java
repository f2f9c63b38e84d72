package io.evenkeel.embedded;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of one server process: start, with the recoveries that are safe, and bounded stop. */
final class PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration PREDECESSOR_PATIENCE = Duration.ofSeconds(15);
    private static final int PORT_ATTEMPTS = 5;

    private final PostgresInstallation installation;
    private final PostgresDirectory directory;
    private final boolean scratch;
    private @Nullable PostgresProcess process;
    private int port;

    PostgresServer(PostgresInstallation installation, PostgresDirectory directory, boolean scratch) {
        this.installation = installation;
        this.directory = directory;
        this.scratch = scratch;
    }

    int port() {
        return port;
    }

    long pid() {
        return running().pid();
    }

    void start(Map<String, String> wanted) throws IOException, InterruptedException {
        new Orphan(directory.cluster()).end(this::signal);
        port = chosenPort();
        directory.prepare(PostgresSettings.of(port, scratch, wanted));
        Instant deadline = Instant.now().plus(PREDECESSOR_PATIENCE);
        for (int attempt = 1; process == null; attempt++) {
            try {
                process = PostgresProcess.start(command(), START_PATIENCE);
            } catch (IOException e) {
                boolean lostPort = contains(e, "could not bind") && attempt < PORT_ATTEMPTS;
                boolean dying =
                        contains(e, "shared memory block") && Instant.now().isBefore(deadline);
                if (!lostPort && !dying) {
                    throw e;
                }
                if (lostPort) {
                    port = freshPort();
                    directory.configure(PostgresSettings.of(port, scratch, wanted));
                }
            }
        }
    }

    /** A fast shutdown; a scratch server, whose data nobody wants, is stopped without a checkpoint. */
    void stop() {
        PostgresProcess running = running();
        if (!running.isAlive()) {
            return;
        }
        try {
            signal(scratch ? "QUIT" : "INT", running.pid());
            if (!running.ended(STOP_PATIENCE)) {
                LOG.warn("PostgreSQL in {} did not stop within {}; it is killed", directory.cluster(), STOP_PATIENCE);
                running.kill();
            }
        } catch (IOException e) {
            running.kill();
            throw new EmbeddedServerException(
                    "PostgreSQL in %s could not be stopped (%s) and was killed; the next start recovers"
                            .formatted(directory.cluster(), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            running.kill();
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name, long pid) throws IOException, InterruptedException {
        UnixCommand.run(List.of(installation.program("pg_ctl"), "kill", name, Long.toString(pid)), "");
    }

    private List<String> command() {
        return List.of(
                installation.program("postgres"), "-D", directory.cluster().toString());
    }

    private int chosenPort() throws IOException {
        Optional<Integer> kept = directory.kept().freePort("port");
        return kept.isPresent() ? kept.get() : freshPort();
    }

    private int freshPort() throws IOException {
        int fresh = Ports.free();
        directory.kept().put(Map.of("port", Integer.toString(fresh)));
        return fresh;
    }

    private PostgresProcess running() {
        if (process == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return process;
    }

    private static boolean contains(IOException failure, String words) {
        return Optional.ofNullable(failure.getMessage()).orElse("").contains(words);
    }
}
