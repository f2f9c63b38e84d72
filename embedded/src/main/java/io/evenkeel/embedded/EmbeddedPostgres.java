package io.evenkeel.embedded;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A real PostgreSQL server, started and stopped by this process: Linux, loopback TCP only, no Unix socket, UTF8 and
 * C.UTF-8, as root through a user namespace. Every server, scratch or persistent, asks for a password (scram-sha-256):
 * a loopback port is open to every user of the machine, and a superuser may run programs. The random password lies in
 * {@link #passFile()}, mode 0600. When this process is killed, Linux ends the server with it; where that fails, the
 * next start on the same directory ends the orphan and recovers.
 *
 * <p>The programs are unpacked once per user and version into {@code ~/.cache/evenkeel} (or below
 * {@code $XDG_CACHE_HOME}), initialised once, and copied. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String USER = "postgres";

    private final DirectoryLock lock;
    private final PostgresServer server;
    private final Path passFile;
    private final String password;
    private final boolean scratch;

    EmbeddedPostgres(DirectoryLock lock, PostgresServer server, PostgresDirectory directory, boolean scratch)
            throws IOException {
        this.lock = lock;
        this.server = server;
        this.passFile = directory.passFile();
        this.password = directory.password();
        this.scratch = scratch;
    }

    /** A scratch server of major 17 unless told otherwise. */
    public static EmbeddedPostgresBuilder builder() {
        return new EmbeddedPostgresBuilder();
    }

    /** Always {@code 127.0.0.1}. */
    public String host() {
        return Ports.LOOPBACK;
    }

    /** The TCP port; a persistent server keeps it as long as nobody else takes it. */
    public int port() {
        return server.port();
    }

    /** The superuser. */
    public String user() {
        return USER;
    }

    /** The superuser's password: a secret, keep it out of logs and messages. */
    public String password() {
        return password;
    }

    /** A libpq password file for this server: {@code PGPASSFILE=... psql -h 127.0.0.1 -p <port> -U postgres}. */
    public Path passFile() {
        return passFile;
    }

    /** A JDBC URL without credentials. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(Ports.LOOPBACK, port, URLEncoder.encode(database, StandardCharsets.UTF_8));
    }

    /** A new connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", user());
        credentials.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl(database), credentials);
    }

    /** The process id of the postmaster. */
    long pid() {
        return server.pid();
    }

    /** Stops the server (bounded, ends its sessions) and removes a scratch server's files. A second call does nothing. */
    @Override
    public synchronized void close() {
        try {
            server.stop();
        } finally {
            lock.close();
        }
        if (scratch) {
            Trees.removeScratch(lock.directory());
        }
    }
}
