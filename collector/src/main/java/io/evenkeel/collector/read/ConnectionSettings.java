package io.evenkeel.collector.read;

import io.evenkeel.runtime.settings.Secret;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How to reach one database.
 *
 * @param hosts tried in turn
 * @param login the role and its password
 * @param tls how the connection is protected
 * @param more driver properties from an allow-list
 */
public record ConnectionSettings(
        List<HostPort> hosts,
        String database,
        Login login,
        Tls tls,
        TargetSession target,
        String applicationName,
        Timeouts timeouts,
        SortedMap<String, String> more) {
    // the server cuts longer ones
    private static final int LONGEST_NAME = 63;

    public ConnectionSettings {
        hosts = List.copyOf(hosts);
        more = Collections.unmodifiableSortedMap(new TreeMap<>(more));
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

    /** The same with the environment variables given: PGPASSWORD, PGUSER, PGSERVICE and where service files lie. */
    static ConnectionSettings parse(String uri, Optional<Secret> password, Map<String, String> environment) {
        return new DatabaseUrl(environment).parse(uri, password);
    }

    public String user() {
        return login.user();
    }

    /** Absent: the driver looks into the user's {@code .pgpass}. */
    public Optional<Secret> password() {
        return login.password();
    }

    /** The same as another role. */
    public ConnectionSettings as(String role, Optional<Secret> itsPassword) {
        return with(new Login(role, itsPassword, Optional.empty()));
    }

    /** The same with the password that stands in the file whenever a connection is opened. */
    public ConnectionSettings withPasswordFile(Path file) {
        return with(new Login(login.user(), login.password(), Optional.of(file)));
    }

    private ConnectionSettings with(Login other) {
        return new ConnectionSettings(hosts, database, other, tls, target, applicationName, timeouts, more);
    }

    /** The same with other time limits. */
    public ConnectionSettings within(Timeouts others) {
        return new ConnectionSettings(hosts, database, login, tls, target, applicationName, others, more);
    }

    /** The same under another name in {@code pg_stat_activity}, unless the URI gave one. */
    public ConnectionSettings calledUnlessNamed(String name) {
        String called = applicationName.equals(DatabaseUrl.NAME)
                ? name.substring(0, Math.min(LONGEST_NAME, name.length()))
                : applicationName;
        return new ConnectionSettings(hosts, database, login, tls, target, called, timeouts, more);
    }

    /** A JDBC URL for the same database, without role and password. */
    public String jdbcUrl() {
        return Connections.url(this);
    }

    /** For people: hosts, database and role, without the password. */
    public String place() {
        return hosts.stream().map(HostPort::toString).collect(Collectors.joining(",")) + " (database " + database
                + ", role " + user() + ")";
    }

    @Override
    public String toString() {
        return place();
    }
}
