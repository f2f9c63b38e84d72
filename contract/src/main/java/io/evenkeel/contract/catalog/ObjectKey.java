package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an object, by names and never by OIDs. On the wire the JSON array {@code [kind,"public","t","c"]};
 * names are never joined by dots, because a name may hold any character.
 */
public final class ObjectKey implements Comparable<ObjectKey> {
    private final ObjectKind kind;
    private final List<String> identity;

    // a look at a large catalog asks a million times
    private final int hash;

    /**
     * @param identity the names, outermost first; at least one
     */
    public ObjectKey(ObjectKind kind, List<String> identity) {
        this.kind = kind;
        this.identity = List.copyOf(identity);
        if (identity.isEmpty()) {
            throw new IllegalArgumentException("an object of kind " + kind + " needs at least one name");
        }
        this.hash = 31 * kind.hashCode() + this.identity.hashCode();
    }

    public ObjectKind kind() {
        return kind;
    }

    /** The names, outermost first. */
    public List<String> identity() {
        return identity;
    }

    /** Reads the wire form: the kind, then the names. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ObjectKey of(List<String> kindAndNames) {
        if (kindAndNames.size() < 2) {
            throw new IllegalArgumentException("an object key needs a kind and at least one name");
        }
        return new ObjectKey(new ObjectKind(kindAndNames.getFirst()), kindAndNames.subList(1, kindAndNames.size()));
    }

    /** The wire form: the kind, then the names. */
    @JsonValue
    public List<String> toList() {
        List<String> all = new ArrayList<>(identity.size() + 1);
        all.add(kind.name());
        all.addAll(identity);
        return all;
    }

    /** Whether the identity begins with these names. */
    public boolean isWithin(List<String> names) {
        return identity.size() >= names.size()
                && identity.subList(0, names.size()).equals(names);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ObjectKey theirs
                        && hash == theirs.hash
                        && kind.equals(theirs.kind)
                        && identity.equals(theirs.identity);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(ObjectKey other) {
        int order = kind.compareTo(other.kind);
        int common = Math.min(identity.size(), other.identity.size());
        for (int at = 0; order == 0 && at < common; at++) {
            order = identity.get(at).compareTo(other.identity.get(at));
        }
        return order != 0 ? order : identity.size() - other.identity.size();
    }

    /** For people and logs only: names joined by dots can be ambiguous. */
    @Override
    public String toString() {
        return kind + " " + String.join(".", identity);
    }
}
