package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * What last happened to the server behind an environment's name.
 *
 * @param seenAt when the collector noticed (UTC)
 * @param detail one sentence for people, without secrets
 */
public record ServerChange(Instant seenAt, What what, String detail) {
    /** A closed set, fit for a metric label. */
    public enum What {
        /** A newer timeline: a standby was promoted, or the server was restored to a point in time. */
        PROMOTED,
        /** An older timeline or an older position of the log: the server's files were restored from a copy. */
        WENT_BACK,
        /** A standby answers where a primary did, or the other way round. */
        OTHER_ROLE,
        /** Another server or database answers, and somebody has said that this is right. */
        REPLACED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static What of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
