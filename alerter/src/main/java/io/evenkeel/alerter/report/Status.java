package io.evenkeel.alerter.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What may be said of an environment or of a comparison. */
public enum Status {
    IN_SYNC,
    DRIFTED,
    /** It could not be measured: neither good nor bad. */
    UNKNOWN;

    /** The word in JSON and on pages. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for people. */
    public String phrase() {
        return word().replace('-', ' ');
    }
}
