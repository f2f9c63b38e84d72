package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How bad a drift is by its nature, least first. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    /** The word on the wire, in settings and in metric labels. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Severity of(String word) {
        return Arrays.stream(values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "severity '" + word + "' is unknown: expected critical, warning or info"));
    }

    public Severity max(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
