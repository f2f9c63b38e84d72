package io.evenkeel.analyzer.fold;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folds the children of a missing or unexpected object into the outermost one that shares their fate. */
public final class Folder {
    private final Map<ObjectKey, Change> changes = new HashMap<>();
    private final Map<ObjectKey, CatalogObject> baseline;
    private final Map<ObjectKey, CatalogObject> target;

    private Folder(
            List<Difference> differences,
            Map<ObjectKey, CatalogObject> baseline,
            Map<ObjectKey, CatalogObject> target) {
        differences.forEach(difference -> changes.put(difference.key(), difference.change()));
        this.baseline = baseline;
        this.target = target;
    }

    /** The differences that stand for themselves, in the given order; each counts by kind what it stands for as well. */
    public static List<Difference> fold(
            List<Difference> differences,
            Map<ObjectKey, CatalogObject> baseline,
            Map<ObjectKey, CatalogObject> target) {
        return new Folder(differences, baseline, target).fold(differences);
    }

    private List<Difference> fold(List<Difference> differences) {
        Map<ObjectKey, SortedMap<ObjectKind, Integer>> counts = new HashMap<>();
        Set<ObjectKey> folded = new HashSet<>();
        for (Difference difference : differences) {
            outermost(difference).ifPresent(ancestor -> {
                folded.add(difference.key());
                counts.computeIfAbsent(ancestor, any -> new TreeMap<>())
                        .merge(difference.key().kind(), 1, Integer::sum);
            });
        }
        return differences.stream()
                .filter(difference -> !folded.contains(difference.key()))
                .map(difference -> with(difference, counts.getOrDefault(difference.key(), new TreeMap<>())))
                .toList();
    }

    private Optional<ObjectKey> outermost(Difference difference) {
        return switch (difference.change()) {
            case MISSING -> outermost(difference, baseline);
            case UNEXPECTED -> outermost(difference, target);
            case DIFFERENT -> Optional.empty();
        };
    }

    /** Parents that go round in a circle have no outermost one: nothing is folded then. */
    private Optional<ObjectKey> outermost(Difference difference, Map<ObjectKey, CatalogObject> side) {
        Set<ObjectKey> seen = new HashSet<>(Set.of(difference.key()));
        Optional<ObjectKey> outermost = Optional.empty();
        Optional<ObjectKey> ancestor = difference.parent();
        while (ancestor.isPresent()) {
            ObjectKey key = ancestor.get();
            if (!seen.add(key)) {
                return Optional.empty();
            }
            if (changes.get(key) == difference.change()) {
                outermost = ancestor;
            }
            ancestor = Optional.ofNullable(side.get(key)).flatMap(CatalogObject::parent);
        }
        return outermost;
    }

    private static Difference with(Difference difference, SortedMap<ObjectKind, Integer> folded) {
        return new Difference(
                difference.key(), difference.parent(), difference.change(), difference.attributes(), folded);
    }
}
