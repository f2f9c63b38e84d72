package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Named values, sorted by name; an SQL NULL is {@link Value#NULL}. Kept by the hundred thousand, so in little memory. */
@JsonSerialize(using = AttributesSerializer.class)
public final class Attributes {
    public static final Attributes NONE = of(Map.of());

    private final Names names;
    private final Value[] values;

    /** Names of attributes, sorted; the objects of one kind share them. */
    public static final class Names {
        private final String[] sorted;

        private Names(String[] sorted) {
            this.sorted = sorted;
        }

        public static Names of(Collection<String> names) {
            return new Names(new TreeSet<>(names).toArray(String[]::new));
        }

        private int at(String name) {
            return Arrays.binarySearch(sorted, name);
        }

        private boolean same(Names other) {
            return this == other || Arrays.equals(sorted, other.sorted);
        }
    }

    private Attributes(Names names, Value[] values) {
        this.names = names;
        this.values = values;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Attributes of(Map<String, Value> values) {
        SortedMap<String, Value> sorted = new TreeMap<>(values);
        return new Attributes(
                new Names(sorted.keySet().toArray(String[]::new)),
                sorted.values().toArray(Value[]::new));
    }

    /** The values of those names, in the names' order. */
    public static Attributes of(Names names, Value... values) {
        if (names.sorted.length != values.length) {
            throw new IllegalArgumentException(
                    "expected " + names.sorted.length + " values, one a name, found " + values.length);
        }
        return new Attributes(names, values.clone());
    }

    /** The value of that name; {@link Value#NULL} where there is none. */
    public Value get(String name) {
        int at = names.at(name);
        return at < 0 ? Value.NULL : values[at];
    }

    /** Whether there is a value of that name. */
    public boolean has(String name) {
        return names.at(name) >= 0;
    }

    /** The same values, and this one. */
    public Attributes with(String name, Value value) {
        SortedMap<String, Value> all = sorted();
        all.put(name, value);
        return of(all);
    }

    /** The same values but that one. */
    public Attributes without(String name) {
        SortedMap<String, Value> all = sorted();
        all.remove(name);
        return of(all);
    }

    /** The same values as a map, which is made on each call. */
    public SortedMap<String, Value> values() {
        return Collections.unmodifiableSortedMap(sorted());
    }

    private SortedMap<String, Value> sorted() {
        SortedMap<String, Value> all = new TreeMap<>();
        forEach(all::put);
        return all;
    }

    /** The values, by their names. */
    public List<Value> list() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** Shows each name and its value, by name. */
    public void forEach(BiConsumer<String, Value> reader) {
        for (int at = 0; at < size(); at++) {
            reader.accept(name(at), value(at));
        }
    }

    int size() {
        return values.length;
    }

    String name(int at) {
        return names.sorted[at];
    }

    Value value(int at) {
        return values[at];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Attributes theirs
                        && names.same(theirs.names)
                        && Arrays.equals(values, theirs.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names.sorted) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return sorted().toString();
    }
}
