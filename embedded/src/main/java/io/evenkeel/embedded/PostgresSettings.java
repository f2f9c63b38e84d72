package io.evenkeel.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of an embedded server, as the text of its {@code postgresql.conf}. */
final class PostgresSettings {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.]*");
    private static final Set<String> OURS = Set.of(
            "port",
            "listen_addresses",
            "unix_socket_directories",
            "data_directory",
            "hba_file",
            "log_destination",
            "logging_collector",
            "lc_messages");
    private static final Map<String, String> SCRATCH = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off");

    private PostgresSettings() {}

    /** Refuses what the embedded server itself must decide. */
    static void check(String name, String value) {
        if (!NAME.matcher(name).matches() || OURS.contains(name) || value.indexOf('\n') >= 0) {
            throw new EmbeddedServerException(
                    "The server setting '%s' cannot be given to an embedded PostgreSQL; it decides %s itself"
                            .formatted(name, OURS.stream().sorted().toList()));
        }
    }

    static Map<String, String> of(int port, boolean scratch, Map<String, String> wanted) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", Ports.LOOPBACK);
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("password_encryption", "scram-sha-256");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("lc_messages", "C");
        all.put("log_destination", "stderr");
        all.put("logging_collector", "off");
        if (scratch) {
            all.putAll(SCRATCH);
        }
        all.putAll(wanted);
        return all;
    }

    static String file(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "%s = '%s'\n".formatted(setting.getKey(), quoted(setting.getValue())))
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("'", "''");
    }
}
