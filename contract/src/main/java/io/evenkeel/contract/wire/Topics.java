package io.evenkeel.contract.wire;

import io.evenkeel.contract.catalog.Environment;
import java.util.Optional;

/**
 * The names of the topics.
 *
 * @param prefix the first word of every topic's name
 */
public record Topics(String prefix) {
    /** Of the topic {@link #environments()}: as many collectors at most can share the environments. */
    public static final int ENVIRONMENT_PARTITIONS = 32;

    /** Compacted: what is in the catalog of that environment, and its markers. */
    public String catalog(Environment environment) {
        return prefix + ".catalog." + environment.name();
    }

    /** Compacted: which drifts are open, and how far each comparison is measured. */
    public String drift() {
        return prefix + ".drift";
    }

    /** Append-only: what happened to drifts. */
    public String events() {
        return prefix + ".events";
    }

    /**
     * Append-only: what collectors are asked to do. An environment has its partition of {@link #ENVIRONMENT_PARTITIONS}
     * by its name, and collectors that share the environments share these partitions.
     */
    public String environments() {
        return prefix + ".environments";
    }

    /** Whose catalog a topic holds; empty for another topic. */
    public Optional<Environment> environmentOf(String topic) {
        String start = prefix + ".catalog.";
        return topic.startsWith(start)
                ? Optional.of(new Environment(topic.substring(start.length())))
                : Optional.empty();
    }
}
