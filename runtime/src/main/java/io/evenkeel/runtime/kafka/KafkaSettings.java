package io.evenkeel.runtime.kafka;

import io.evenkeel.runtime.settings.Section;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which cluster, and what is Evenkeel's on it.
 *
 * @param bootstrapServers host:port, comma-separated; empty where the caller brings a broker of its own
 * @param topicPrefix the first word of topics, consumer groups and transactional ids
 * @param partitions of each topic; all catalog topics need the same number
 * @param properties handed to every client as they are
 */
public record KafkaSettings(
        String bootstrapServers,
        String topicPrefix,
        int partitions,
        short replicationFactor,
        Map<String, String> properties) {
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final List<String> ALLOWED = List.of(
            "security.protocol",
            "sasl.mechanism",
            "sasl.jaas.config",
            "ssl.truststore.",
            "ssl.keystore.",
            "ssl.key.password",
            "ssl.endpoint.identification.algorithm",
            "ssl.enabled.protocols",
            "ssl.protocol",
            "client.dns.lookup",
            "client.rack",
            "request.timeout.ms",
            "connections.max.idle.ms",
            "reconnect.backoff.",
            "metadata.max.age.ms",
            "socket.connection.setup.timeout.");
    private static final Pattern LOGIN_MODULE = Pattern.compile(
            "\\s*org\\.apache\\.kafka\\.common\\.security\\.(plain\\.Plain|scram\\.Scram)LoginModule\\s+required\\s[^;]*;\\s*");

    public KafkaSettings {
        properties = Map.copyOf(properties);
    }

    /** Reads the {@code kafka} part of the settings. */
    public static KafkaSettings from(Section root) {
        Section kafka = root.section("kafka");
        String prefix = kafka.text("topic-prefix", "evenkeel");
        if (!PREFIX.matcher(prefix).matches()) {
            kafka.problem("topic-prefix", "1 to 63 of a-z, 0-9 and -", "'" + prefix + "'", "");
        }
        boolean own = kafka.has("bootstrap-servers");
        return new KafkaSettings(
                kafka.text("bootstrap-servers", ""),
                prefix,
                kafka.integer("partitions", 4, 1, 128),
                (short) kafka.integer("replication-factor", own ? 3 : 1, 1, 7),
                allowed(kafka));
    }

    /** The same settings on another cluster. */
    public KafkaSettings at(String servers) {
        return new KafkaSettings(servers, topicPrefix, partitions, replicationFactor, properties);
    }

    private static SortedMap<String, String> allowed(Section kafka) {
        SortedMap<String, String> properties = new TreeMap<>(kafka.map("properties"));
        properties.keySet().removeIf(key -> {
            boolean refused = ALLOWED.stream().noneMatch(key::startsWith);
            if (refused) {
                kafka.problem("properties", "connection and security properties only", "'" + key + "'", "remove it");
            }
            return refused;
        });
        String login = properties.get("sasl.jaas.config");
        if (login != null && !LOGIN_MODULE.matcher(login).matches()) {
            kafka.problem(
                    "properties",
                    "sasl.jaas.config with one PlainLoginModule or ScramLoginModule",
                    "another login module",
                    "use SASL/PLAIN, SASL/SCRAM or TLS client certificates");
        }
        return properties;
    }

    /** Without the properties: they may hold passwords. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers + ", topics " + topicPrefix + ".*";
    }
}
