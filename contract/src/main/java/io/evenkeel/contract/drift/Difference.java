package io.evenkeel.contract.drift;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object that differs between baseline and target, at one moment.
 *
 * @param parent the object that this one lies in, if any
 * @param attributes what differs; of a missing or unexpected object, everything the one side has
 * @param folded how many objects of which kind lie in this one and share its fate, and so have no difference of their own
 */
public record Difference(
        ObjectKey key,
        Optional<ObjectKey> parent,
        Change change,
        List<AttributeDifference> attributes,
        SortedMap<ObjectKind, Integer> folded) {
    public Difference {
        attributes = List.copyOf(attributes);
        folded = Collections.unmodifiableSortedMap(new TreeMap<>(folded));
    }

    /** How bad this is by its nature: the worst of what differs. */
    public Severity severity(KindDescriptor descriptor) {
        return switch (change) {
            case MISSING, UNEXPECTED -> descriptor.severityOf(change.word());
            case DIFFERENT ->
                attributes.stream()
                        .map(attribute -> descriptor.severityOf(attribute.name()))
                        .reduce(Severity.INFO, Severity::max);
        };
    }

    /** How many objects lie folded in this one. */
    public int foldedCount() {
        return folded.values().stream().mapToInt(Integer::intValue).sum();
    }
}
