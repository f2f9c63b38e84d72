package io.evenkeel.contract.drift;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In which way an object differs. */
public enum Change {
    /** In the baseline, not in the target. */
    MISSING,
    /** In the target, not in the baseline. */
    UNEXPECTED,
    /** In both, with other attributes. */
    DIFFERENT;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Change of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
