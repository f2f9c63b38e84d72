package io.evenkeel.collector.read;

import io.evenkeel.runtime.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads libpq's URIs. Nothing of a URI reaches the driver unless it is named here: driver properties can load classes
 * and write files.
 */
final class DatabaseUrl {
    private static final String FORM = "postgresql://user@host:5432/database?sslmode=verify-full";
    private static final List<String> SCHEMES = List.of("postgresql://", "postgres://");
    private static final List<String> PARAMETERS = List.of(
            "application_name",
            "connect_timeout",
            "sslcert",
            "sslkey",
            "sslmode",
            "sslrootcert",
            "target_session_attrs");
    private static final int MAX_PORT = 65_535;
    private static final int MAX_CONNECT_SECONDS = 600;

    private record Parts(String userInfo, String hosts, String database, String query) {}

    private final Map<String, String> environment;

    DatabaseUrl(Map<String, String> environment) {
        this.environment = environment;
    }

    ConnectionSettings parse(String uri, Optional<Secret> given) {
        Parts parts = split(uri.strip());
        Map<String, String> query = query(parts.query());
        List<HostPort> hosts = hosts(parts.hosts());
        int colon = parts.userInfo().indexOf(':');
        String user = user(colon < 0 ? parts.userInfo() : parts.userInfo().substring(0, colon));
        Optional<Secret> inUri = colon < 0
                ? Optional.empty()
                : Optional.of(
                        new Secret(PercentCode.decode(parts.userInfo().substring(colon + 1), "the password", true)));
        String database = PercentCode.decode(parts.database(), "the database", false);
        Optional<String> root = Optional.ofNullable(query.get("sslrootcert")).filter(path -> !path.equals("system"));
        return new ConnectionSettings(
                hosts,
                database.isEmpty() ? user : database,
                user,
                given.or(() -> inUri)
                        .or(() -> Optional.ofNullable(environment.get("PGPASSWORD"))
                                .map(Secret::new)),
                sslMode(query, hosts),
                root.map(Path::of),
                Optional.ofNullable(query.get("sslcert")).map(Path::of),
                Optional.ofNullable(query.get("sslkey")).map(Path::of),
                word(query, "target_session_attrs", TargetSession::of, "any, primary, standby, prefer-standby")
                        .orElse(TargetSession.ANY),
                query.getOrDefault("application_name", "evenkeel"),
                timeouts(query));
    }

    private static Parts split(String uri) {
        String scheme = SCHEMES.stream().filter(uri::startsWith).findFirst().orElseThrow(() -> wrongScheme(uri));
        String rest = uri.substring(scheme.length());
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        String beforeQuery = mark < 0 ? rest : rest.substring(0, mark);
        int slash = beforeQuery.indexOf('/');
        String authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
        String database = slash < 0 ? "" : beforeQuery.substring(slash + 1);
        if (database.contains("@")) {
            throw wrong(
                    "a password with '/' percent-encoded as %2F",
                    "'@' after the first '/'", "encode it, or give the password apart");
        }
        int at = authority.lastIndexOf('@');
        return new Parts(
                at < 0 ? "" : authority.substring(0, at),
                at < 0 ? authority : authority.substring(at + 1),
                database,
                query);
    }

    private static UnusableUrlException wrongScheme(String uri) {
        if (uri.startsWith("jdbc:")) {
            return wrong(FORM, "a JDBC URL", "drop 'jdbc:' and use libpq's parameter names");
        }
        int end = uri.indexOf("://");
        return end > 0
                ? wrong(FORM, "the scheme '" + uri.substring(0, end) + "'", "begin with postgresql://")
                : wrong(FORM, "no scheme", "begin with postgresql://");
    }

    private String user(String encoded) {
        String user = PercentCode.decode(encoded, "the user", false);
        return user.isEmpty() ? environment.getOrDefault("PGUSER", System.getProperty("user.name")) : user;
    }

    private static List<HostPort> hosts(String text) {
        List<HostPort> hosts = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            hosts.add(host(one));
        }
        return hosts;
    }

    private static HostPort host(String text) {
        int portAt = text.startsWith("[") ? text.indexOf("]:") + 1 : text.lastIndexOf(':');
        String port = portAt > 0 ? text.substring(portAt + 1) : "";
        String host = PercentCode.decode(portAt > 0 ? text.substring(0, portAt) : text, "the host", false);
        if (host.startsWith("/") || host.startsWith("@")) {
            throw wrong(
                    "a host name or address", "a Unix socket's directory", "use localhost; sockets are not supported");
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            throw wrong("an IPv6 address in brackets, [::1]:5432", "'" + host + "'", "add the brackets");
        }
        return new HostPort(host.isEmpty() ? "localhost" : host, port(port));
    }

    private static int port(String text) {
        return text.isEmpty() ? HostPort.DEFAULT_PORT : number(text, "a port from 1 to 65535", MAX_PORT);
    }

    private static int number(String text, String expected, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(expected, "'" + text + "'", "");
        }
        throw wrong(expected, "'" + text + "'", "");
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = PercentCode.decode(equals < 0 ? pair : pair.substring(0, equals), "a parameter", true);
            if (equals < 0 || !PARAMETERS.contains(name)) {
                throw wrong("parameters among " + String.join(", ", PARAMETERS), "'" + name + "'", "remove it");
            }
            query.put(name, PercentCode.decode(pair.substring(equals + 1), name, false));
        }
        return query;
    }

    private static SslMode sslMode(Map<String, String> query, List<HostPort> hosts) {
        SslMode fallback = hosts.stream().allMatch(HostPort::isLoopback) ? SslMode.PREFER : SslMode.VERIFY_FULL;
        return word(query, "sslmode", SslMode::of, "disable, allow, prefer, require, verify-ca, verify-full")
                .orElse(fallback);
    }

    private static <T> Optional<T> word(
            Map<String, String> query, String name, Function<String, Optional<T>> reader, String expected) {
        return Optional.ofNullable(query.get(name))
                .map(text ->
                        reader.apply(text).orElseThrow(() -> wrong(name + " among " + expected, "'" + text + "'", "")));
    }

    private static Timeouts timeouts(Map<String, String> query) {
        String text = query.get("connect_timeout");
        return text == null
                ? Timeouts.DEFAULT
                : new Timeouts(
                        Duration.ofSeconds(number(text, "connect_timeout from 1 to 600 seconds", MAX_CONNECT_SECONDS)),
                        Timeouts.DEFAULT.statement());
    }

    static UnusableUrlException wrong(String expected, String found, String remedy) {
        return new UnusableUrlException(expected, found, remedy);
    }
}
