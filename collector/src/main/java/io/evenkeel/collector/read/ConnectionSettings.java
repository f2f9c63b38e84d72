package io.evenkeel.collector.read;

import io.evenkeel.runtime.settings.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How to reach one database.
 *
 * @param hosts tried in turn
 * @param password absent: the driver looks into the user's {@code .pgpass}
 * @param rootCertificate absent: the user's {@code ~/.postgresql/root.crt} if there is one, else Java's trust store
 */
public record ConnectionSettings(
        List<HostPort> hosts,
        String database,
        String user,
        Optional<Secret> password,
        SslMode sslMode,
        Optional<Path> rootCertificate,
        Optional<Path> certificate,
        Optional<Path> key,
        TargetSession target,
        String applicationName,
        Timeouts timeouts) {
    public ConnectionSettings {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a connection needs a host");
        }
    }

    /**
     * Reads a libpq URI such as {@code postgresql://user@host:5432/database?sslmode=verify-full}.
     *
     * @param password wins over one in the URI and over PGPASSWORD
     * @throws UnusableUrlException if it is not usable; the message never holds the password
     */
    public static ConnectionSettings parse(String uri, Optional<Secret> password) {
        return parse(uri, password, System.getenv());
    }

    /** The same with the environment variables given: PGPASSWORD and PGUSER count. */
    static ConnectionSettings parse(String uri, Optional<Secret> password, Map<String, String> environment) {
        return new DatabaseUrl(environment).parse(uri, password);
    }

    /** The same as another role. */
    public ConnectionSettings as(String role, Optional<Secret> itsPassword) {
        return new ConnectionSettings(
                hosts,
                database,
                role,
                itsPassword,
                sslMode,
                rootCertificate,
                certificate,
                key,
                target,
                applicationName,
                timeouts);
    }

    /** The same with other time limits. */
    public ConnectionSettings within(Timeouts others) {
        return new ConnectionSettings(
                hosts,
                database,
                user,
                password,
                sslMode,
                rootCertificate,
                certificate,
                key,
                target,
                applicationName,
                others);
    }

    /** A JDBC URL for the same database, without role and password. */
    public String jdbcUrl() {
        return Connections.url(this);
    }

    /** For people: hosts, database and role, without the password. */
    public String place() {
        return hosts.stream().map(HostPort::toString).collect(Collectors.joining(",")) + " (database " + database
                + ", role " + user + ")";
    }

    @Override
    public String toString() {
        return place();
    }
}
