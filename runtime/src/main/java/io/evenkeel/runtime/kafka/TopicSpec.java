package io.evenkeel.runtime.kafka;

import java.time.Duration;
import java.util.Map;

/** How a topic has to be. */
public record TopicSpec(String name, int partitions, Map<String, String> configs) {
    public TopicSpec {
        configs = Map.copyOf(configs);
    }

    /** Keeps the newest record of each key. */
    public static TopicSpec compacted(String name, int partitions) {
        return new TopicSpec(name, partitions, Map.of("cleanup.policy", "compact"));
    }

    /** Keeps every record for a time. */
    public static TopicSpec appendOnly(String name, int partitions, Duration retention) {
        return new TopicSpec(
                name,
                partitions,
                Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(retention.toMillis())));
    }
}
