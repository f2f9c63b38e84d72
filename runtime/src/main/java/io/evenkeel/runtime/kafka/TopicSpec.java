package io.evenkeel.runtime.kafka;

import java.time.Duration;
import java.util.Map;

/** How a topic has to be. */
public record TopicSpec(String name, int partitions, Map<String, String> configs) {
    // only closed segments are compacted: with Kafka's 1 GiB, hundreds of topics would fill up with heartbeats
    private static final int SEGMENT_BYTES = 8 * 1024 * 1024;

    public TopicSpec {
        configs = Map.copyOf(configs);
    }

    /** Keeps the newest record of each key. */
    public static TopicSpec compacted(String name, int partitions) {
        return new TopicSpec(
                name, partitions, Map.of("cleanup.policy", "compact", "segment.bytes", String.valueOf(SEGMENT_BYTES)));
    }

    /** Keeps every record for a time. */
    public static TopicSpec appendOnly(String name, int partitions, Duration retention) {
        return new TopicSpec(
                name,
                partitions,
                Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(retention.toMillis())));
    }
}
