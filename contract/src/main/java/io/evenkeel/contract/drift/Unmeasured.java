package io.evenkeel.contract.drift;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.List;

/**
 * Attributes of one object that both sides have and that could not be held against each other.
 *
 * @param attributes their names; at least one
 */
public record Unmeasured(ObjectKey key, UnknownReason reason, List<String> attributes) {
    private static final int LONGEST = 120;

    public Unmeasured {
        attributes = List.copyOf(attributes);
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException(key + " has nothing unmeasured: expected at least one attribute");
        }
    }

    /** For people: names joined by dots can be ambiguous, and long ones are cut. */
    @Override
    public String toString() {
        String name = String.join(".", key.identity());
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...";
        return shown + " (" + String.join(", ", attributes) + ")";
    }
}
