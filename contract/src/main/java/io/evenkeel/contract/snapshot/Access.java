package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What is worth a word about the way a database is read: a closed set, fit for a metric label. */
public enum Access {
    SUPERUSER("the role is a superuser"),
    DATA("the role may read or write all data or files"),
    BYPASS_RLS("the role passes by row level security"),
    ADMINISTRATION("the role may create roles or databases, or replicate"),
    OWNERSHIP("the role owns objects"),
    /** The collector speaks with a pooler; it needs nothing of a session. */
    POOLER("through a pooler"),
    /** A word of a newer version. */
    OTHER("in another way");

    private final String phrase;

    Access(String phrase) {
        this.phrase = phrase;
    }

    /** Whether the role may do more than reading a catalog needs. */
    public boolean isExcess() {
        return this != POOLER && this != OTHER;
    }

    /** For people. */
    public String phrase() {
        return phrase;
    }

    /** The word on the wire and in metric labels. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Access of(String word) {
        return Arrays.stream(values())
                .filter(access -> access.word().equals(word))
                .findFirst()
                .orElse(OTHER);
    }
}
