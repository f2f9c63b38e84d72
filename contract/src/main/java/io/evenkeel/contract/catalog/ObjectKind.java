package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The type of a catalog object. Kinds are data: they come from the collector's SQL files and travel with each snapshot.
 *
 * @param name lower-case words joined by underscores, as the SQL file is called
 */
public record ObjectKind(@JsonValue String name) implements Comparable<ObjectKind> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObjectKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "kind '" + name + "' is not usable: expected lower-case words joined by underscores");
        }
    }

    @Override
    public int compareTo(ObjectKind other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
