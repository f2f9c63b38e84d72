package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named values, sorted by name.
 *
 * @param values never holds Java nulls; an SQL NULL is {@link Value#NULL}
 */
public record Attributes(@JsonValue SortedMap<String, Value> values) {
    public static final Attributes NONE = new Attributes(new TreeMap<>());

    public Attributes {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Attributes of(Map<String, Value> values) {
        return new Attributes(new TreeMap<>(values));
    }

    /** The value of that name; {@link Value#NULL} where there is none. */
    public Value get(String name) {
        Value value = values.get(name);
        return value == null ? Value.NULL : value;
    }
}
