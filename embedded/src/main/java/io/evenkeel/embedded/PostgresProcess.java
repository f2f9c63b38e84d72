package io.evenkeel.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running postmaster. One thread starts it, reads its log, and lives as long as it does. */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    // ... connections, or of a standby: read-only connections
    private static final String READY = "database system is ready to accept ";
    private static final int TAIL_LINES = 20;

    private final List<String> command;
    private final CompletableFuture<Process> process = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Deque<String> tail = new ArrayDeque<>();

    private PostgresProcess(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** Starts a server and waits until it accepts connections; one that does not in time is killed. */
    static PostgresProcess start(List<String> command, Duration patience) throws IOException, InterruptedException {
        PostgresProcess postgres = new PostgresProcess(command);
        // a platform thread that outlives the server: Linux ends the server together with the thread that started it
        Thread.ofPlatform().daemon().name("embedded-postgres-log").start(postgres::startAndRead);
        try {
            postgres.ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return postgres;
        } catch (ExecutionException e) {
            throw new IOException(postgres.failure(e), e);
        } catch (TimeoutException e) {
            postgres.kill();
            throw new IOException("not ready within %s: %s".formatted(patience, postgres.lastWords()), e);
        }
    }

    long pid() {
        return process.join().pid();
    }

    boolean isAlive() {
        return process.join().isAlive();
    }

    /** Waits for the server to end. */
    boolean ended(Duration patience) throws InterruptedException {
        return process.join().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void kill() {
        process.join().destroyForcibly();
    }

    private void startAndRead() {
        try {
            Process started =
                    UnixCommand.server(command).redirectErrorStream(true).start();
            process.complete(started);
            started.getOutputStream().close();
            try (BufferedReader reader = started.inputReader(StandardCharsets.UTF_8)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    heard(line);
                }
            }
            started.waitFor();
            ready.completeExceptionally(new IOException(lastWords()));
        } catch (IOException e) {
            process.completeExceptionally(e);
            ready.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(String line) {
        LOG.debug("{}", line);
        synchronized (tail) {
            if (tail.size() == TAIL_LINES) {
                tail.removeFirst();
            }
            tail.addLast(line);
        }
        if (line.contains(READY)) {
            ready.complete(null);
        }
    }

    private String failure(ExecutionException failure) {
        String words = lastWords();
        return words.isEmpty() ? failure.toString() : words;
    }

    private String lastWords() {
        synchronized (tail) {
            return String.join("; ", tail);
        }
    }
}
