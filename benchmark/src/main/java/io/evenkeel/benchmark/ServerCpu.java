package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** What all processes of a server have used of the processor until now, as Linux says. */
final class ServerCpu {
    // fields of /proc/<pid>/stat after the name: the time of children that have ended, in hundredths of a second
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;
    private static final long TICK_MS = 10;

    private final ProcessHandle postmaster;
    private final Set<Long> resident;

    private ServerCpu(ProcessHandle postmaster, Set<Long> resident) {
        this.postmaster = postmaster;
        this.resident = resident;
    }

    static ServerCpu of(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            long own = rows.getLong(1);
            ProcessHandle postmaster =
                    ProcessHandle.of(own).flatMap(ProcessHandle::parent).orElseThrow();
            return new ServerCpu(
                    postmaster,
                    postmaster
                            .children()
                            .map(ProcessHandle::pid)
                            .filter(pid -> pid != own)
                            .collect(Collectors.toSet()));
        }
    }

    /** The same once the server's processes for clients that have come and gone since have ended. */
    Duration usedInAll() {
        postmaster
                .children()
                .filter(child -> !resident.contains(child.pid()))
                .forEach(child -> child.onExit().join());
        return used();
    }

    Duration used() {
        String[] stat =
                read(postmaster.pid(), "stat").replaceFirst(".*\\) ", "").split(" ");
        long ended = TICK_MS * (Long.parseLong(stat[ENDED_USER]) + Long.parseLong(stat[ENDED_SYSTEM]));
        long living = postmaster.children().mapToLong(ServerCpu::nanos).sum();
        return Duration.ofMillis(ended).plusNanos(living + nanos(postmaster));
    }

    private static long nanos(ProcessHandle process) {
        String text = read(process.pid(), "schedstat");
        return text.isEmpty() ? 0 : Long.parseLong(text.split(" ")[0]);
    }

    /** Empty if the process has ended. */
    private static String read(long pid, String file) {
        Path path = Path.of("/proc", String.valueOf(pid), file);
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            if (Files.notExists(path)) {
                return "";
            }
            throw new UncheckedIOException(unreadable);
        }
    }
}
