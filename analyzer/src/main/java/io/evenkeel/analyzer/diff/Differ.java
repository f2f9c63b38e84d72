package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the objects that differ. It knows attributes and no kinds. */
public final class Differ {
    private Differ() {}

    /** Every object that differs, by key; children are not folded into their parents yet. */
    public static List<Difference> diff(
            Map<ObjectKey, CatalogObject> baseline, Map<ObjectKey, CatalogObject> target, Scope scope) {
        TreeSet<ObjectKey> keys = new TreeSet<>(baseline.keySet());
        keys.addAll(target.keySet());
        List<Difference> differences = new ArrayList<>();
        for (ObjectKey key : keys) {
            difference(baseline.get(key), target.get(key), scope).ifPresent(differences::add);
        }
        return differences;
    }

    private static Optional<Difference> difference(
            @Nullable CatalogObject baseline, @Nullable CatalogObject target, Scope scope) {
        if (baseline == null) {
            return Optional.ofNullable(target).map(Differ::unexpected);
        }
        if (target == null) {
            return Optional.of(missing(baseline));
        }
        List<AttributeDifference> attributes = attributes(baseline, target, scope);
        return attributes.isEmpty() ? Optional.empty() : Optional.of(of(baseline, Change.DIFFERENT, attributes));
    }

    private static Difference missing(CatalogObject baseline) {
        List<AttributeDifference> attributes = new ArrayList<>();
        baseline.compared()
                .values()
                .forEach((name, value) -> attributes.add(new AttributeDifference(name, value, Value.NULL)));
        return of(baseline, Change.MISSING, attributes);
    }

    private static Difference unexpected(CatalogObject target) {
        List<AttributeDifference> attributes = new ArrayList<>();
        target.compared()
                .values()
                .forEach((name, value) -> attributes.add(new AttributeDifference(name, Value.NULL, value)));
        return of(target, Change.UNEXPECTED, attributes);
    }

    private static List<AttributeDifference> attributes(CatalogObject baseline, CatalogObject target, Scope scope) {
        SortedMap<String, Value> ours = baseline.compared().values();
        SortedMap<String, Value> theirs = target.compared().values();
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        List<AttributeDifference> differences = new ArrayList<>();
        for (String name : names) {
            boolean onBothSides = ours.containsKey(name) && theirs.containsKey(name);
            Value expected = baseline.compared().get(name);
            Value found = target.compared().get(name);
            if (!expected.equals(found) && scope.measures(baseline.key().kind(), name, onBothSides)) {
                differences.add(new AttributeDifference(name, expected, found));
            }
        }
        return differences;
    }

    private static Difference of(CatalogObject object, Change change, List<AttributeDifference> attributes) {
        return new Difference(object.key(), object.parent(), change, attributes, new TreeMap<>());
    }
}
