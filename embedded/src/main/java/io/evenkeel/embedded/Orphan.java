package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A postmaster whose owner was killed, known by the pid file that it left in its cluster. */
final class Orphan {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path cluster;

    Orphan(Path cluster) {
        this.cluster = cluster;
    }

    /** Sends a signal by its name to a process. */
    interface Signal {
        void send(String name, long pid) throws IOException, InterruptedException;
    }

    /**
     * Ends the orphan if it still runs, or removes the pid file if its number now belongs to another program. A pid
     * file whose process is gone stays: PostgreSQL reads in it whether backends of the dead server are still alive.
     */
    void end(Signal signal) throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> owner = pid(pidFile).flatMap(ProcessHandle::of);
        if (owner.isEmpty()) {
            return;
        }
        if (!runsHere(owner.get())) {
            Files.delete(pidFile);
            return;
        }
        signal.send("INT", owner.get().pid());
        await(owner.get());
    }

    private void await(ProcessHandle owner) throws IOException, InterruptedException {
        try {
            owner.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EmbeddedServerException(
                    "PostgreSQL (process %d) of an earlier run still uses %s and does not stop; end that process and start again"
                            .formatted(owner.pid(), cluster),
                    e);
        }
    }

    private boolean runsHere(ProcessHandle process) {
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        return arguments.contains(cluster.toString());
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.stream().findFirst().map(line -> Long.valueOf(line.strip()));
        } catch (NumberFormatException e) {
            throw new IOException(
                    "%s must begin with a process id, found '%s'".formatted(pidFile, lines.getFirst()), e);
        }
    }
}
