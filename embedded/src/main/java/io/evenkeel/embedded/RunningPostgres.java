package io.evenkeel.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to reach an {@link EmbeddedPostgres} that another process runs.
 *
 * @param password a secret: keep it out of logs and messages
 */
public record RunningPostgres(int port, String user, String password) {
    private static final int PORT_LINE = 3;
    private static final int PATIENCE_MS = 2000;

    /** The server that runs on that data directory now; empty: none does. */
    public static Optional<RunningPostgres> in(Path directory) {
        Path passFile = directory.resolve("pgpass");
        Path lock = directory.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(passFile) || !Files.exists(lock)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(lock);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return listens(port)
                    ? Optional.of(
                            new RunningPostgres(port, EmbeddedPostgres.USER, PostgresDirectory.password(passFile)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            throw new EmbeddedServerException(
                    "The PostgreSQL directory %s cannot be read (%s); run this as the user whose server it is"
                            .formatted(directory, unreadable),
                    unreadable);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.LOOPBACK, port), PATIENCE_MS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** A JDBC URL without credentials. */
    public String jdbcUrl(String database) {
        return EmbeddedPostgres.jdbcUrl(port, database);
    }

    @Override
    public String toString() {
        return "PostgreSQL on port " + port;
    }
}
