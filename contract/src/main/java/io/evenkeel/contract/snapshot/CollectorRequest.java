package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.evenkeel.contract.catalog.Environment;
import java.time.Instant;
import java.util.Locale;

/**
 * What somebody asks the collector of an environment to do.
 *
 * @param id tells a request from its repetitions, which change nothing
 * @param askedAt when (UTC); for people
 */
public record CollectorRequest(Environment environment, Action action, String id, Instant askedAt) {
    /** What can be asked for. */
    public enum Action {
        /** Publish every object again, changed or not. */
        REPUBLISH,
        /** The server that answers now is the right one, whichever answered before; then publish every object again. */
        ACCEPT_SERVER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
