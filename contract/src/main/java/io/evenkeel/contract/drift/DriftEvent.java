package io.evenkeel.contract.drift;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * What happened to a drift.
 *
 * @param id deterministic: SHA-256 over comparison, key and both snapshots, so that a replay cannot make a new event
 * @param drift as it stands after the event; of a resolved one, as it last stood
 * @param time when the analyzer saw it (UTC)
 */
public record DriftEvent(String id, Type type, Drift drift, Instant time) {
    /** The steps of a drift's life. */
    public enum Type {
        OPENED,
        CHANGED,
        RESOLVED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Type of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
