package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One monitored PostgreSQL database, by its name.
 *
 * @param name 1 to 63 of {@code a-z 0-9 -}, not starting with {@code -}; a part of topic names and a metric label
 */
public record Environment(@JsonValue String name) implements Comparable<Environment> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Environment {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("environment name '" + name
                    + "' is not usable: expected 1 to 63 of a-z, 0-9 and -, starting with a letter or digit");
        }
    }

    @Override
    public int compareTo(Environment other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
