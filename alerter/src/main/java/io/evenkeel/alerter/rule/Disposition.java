package io.evenkeel.alerter.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a judgement makes of a drift. */
public enum Disposition {
    /** It counts and is told. */
    OPEN,
    /** It counts and is shown, and is not told yet. */
    HELD,
    /** A person took it as it is, until a date: shown apart, and not counted as drift. */
    ACCEPTED,
    /** It is no concern of anybody: neither counted as drift nor shown among it. */
    IGNORED;

    /** The word in JSON, on pages and in metric labels. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether such a drift makes a comparison drifted. */
    public boolean counts() {
        return this == OPEN || this == HELD;
    }
}
