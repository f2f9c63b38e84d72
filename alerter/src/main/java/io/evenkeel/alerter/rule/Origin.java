package io.evenkeel.alerter.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a rule stands. Rules are asked in this order. */
public enum Origin {
    /** In the audit database, made from the command line, the API or the console. */
    RECORD,
    /** In a file of the settings. */
    FILE,
    /** In the program. */
    BUILT_IN;

    /** The word in JSON and on pages. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
