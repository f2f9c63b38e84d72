package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a validated reading may claim. */
public enum Consistency {
    /** True as a whole at every instant of the reading: nothing that it reads moved meanwhile. */
    EXACT,
    /** Each object is true for itself; the catalog moved while it was read. */
    PER_OBJECT;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Consistency of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
