package io.evenkeel.collector.read;

import io.evenkeel.runtime.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads libpq's URIs. Nothing of a URI reaches the driver unless it is named here: driver properties can load classes
 * and write files.
 */
final class DatabaseUrl {
    private static final String FORM = "postgresql://user@host:5432/database?sslmode=verify-full";
    private static final List<String> SCHEMES = List.of("postgresql://", "postgres://");
    private static final List<String> PARAMETERS = List.of(
            "application_name",
            "channel_binding",
            "connect_timeout",
            "load_balance_hosts",
            "options",
            "service",
            "sslcert",
            "sslkey",
            "sslmode",
            "sslnegotiation",
            "sslrootcert",
            "target_session_attrs");
    // what providers and other clients' URIs say, and what is so anyway or means nothing to a reader
    private static final Set<String> MEANINGLESS = Set.of(
            "client_encoding",
            "fallback_application_name",
            "gssencmode",
            "keepalives",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "pgbouncer",
            "tcp_user_timeout");
    private static final Map<String, String> DRIVERS_NAMES = Map.of(
            "channel_binding", "channelBinding",
            "options", "options",
            "sslnegotiation", "sslNegotiation");
    /** What the connection is called unless the URI says otherwise. */
    static final String NAME = "evenkeel";

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
        Map<String, String> service = service(parts, query);
        service.forEach((name, value) -> {
            if (PARAMETERS.contains(name)) {
                query.putIfAbsent(name, value);
            }
        });
        List<HostPort> hosts = hosts(parts.hosts().isEmpty() ? served(service) : parts.hosts());
        Login login = login(parts, service, given);
        String database = PercentCode.decode(parts.database(), "the database", false);
        return new ConnectionSettings(
                hosts,
                database.isEmpty() ? service.getOrDefault("dbname", login.user()) : database,
                login,
                tls(query, hosts),
                word(query, "target_session_attrs", TargetSession::of, "any, primary, standby, prefer-standby")
                        .orElse(TargetSession.ANY),
                query.getOrDefault("application_name", NAME),
                timeouts(query),
                more(query));
    }

    /** Named in the URI, or by PGSERVICE if the URI names no host. */
    private Map<String, String> service(Parts parts, Map<String, String> query) {
        Optional<String> name = Optional.ofNullable(query.get("service"))
                .or(() -> Optional.ofNullable(environment.get("PGSERVICE"))
                        .filter(any -> parts.hosts().isEmpty()));
        return name.map(new ServiceFile(environment)::parameters).orElse(Map.of());
    }

    private static String served(Map<String, String> service) {
        String host = service.getOrDefault("host", service.getOrDefault("hostaddr", ""));
        String port = service.getOrDefault("port", "");
        if (port.isEmpty()) {
            return host;
        }
        return Arrays.stream(host.split(",", -1))
                .map(each -> each + ":" + port.split(",")[0])
                .collect(Collectors.joining(","));
    }

    private Login login(Parts parts, Map<String, String> service, Optional<Secret> given) {
        int colon = parts.userInfo().indexOf(':');
        String encoded = colon < 0 ? parts.userInfo() : parts.userInfo().substring(0, colon);
        String user = encoded.isEmpty() && service.containsKey("user") ? service.get("user") : user(encoded);
        Optional<Secret> inUri = colon < 0
                ? Optional.empty()
                : Optional.of(
                        new Secret(PercentCode.decode(parts.userInfo().substring(colon + 1), "the password", true)));
        Optional<Secret> password = given.or(() -> inUri)
                .or(() -> Optional.ofNullable(service.get("password")).map(Secret::new))
                .or(() -> Optional.ofNullable(environment.get("PGPASSWORD")).map(Secret::new));
        return new Login(user, password, Optional.empty());
    }

    private static Tls tls(Map<String, String> query, List<HostPort> hosts) {
        return new Tls(
                sslMode(query, hosts),
                Optional.ofNullable(query.get("sslrootcert"))
                        .filter(path -> !path.equals("system"))
                        .map(Path::of),
                Optional.ofNullable(query.get("sslcert")).map(Path::of),
                Optional.ofNullable(query.get("sslkey")).map(Path::of));
    }

    private static SortedMap<String, String> more(Map<String, String> query) {
        SortedMap<String, String> more = new TreeMap<>();
        DRIVERS_NAMES.forEach(
                (name, drivers) -> Optional.ofNullable(query.get(name)).ifPresent(value -> more.put(drivers, value)));
        if ("random".equals(query.get("load_balance_hosts"))) {
            more.put("loadBalanceHosts", "true");
        }
        return more;
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
            if (MEANINGLESS.contains(name)) {
                continue;
            }
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
