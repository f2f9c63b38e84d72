package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.catalog.Unseen;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the objects that differ, and what cannot be told of. It knows attributes and no kinds. */
public final class Differ {
    private final Scope scope;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Unmeasured> unmeasured = new ArrayList<>();

    private Differ(Scope scope) {
        this.scope = scope;
    }

    /**
     * Every object that differs, by key; children are not folded into their parents yet. What belongs to a platform on
     * either side is left to the platform's summary, and what the other side's major cannot have is not held against it.
     */
    public static Differences diff(
            Map<ObjectKey, CatalogObject> baseline, Map<ObjectKey, CatalogObject> target, Scope scope) {
        TreeSet<ObjectKey> keys = new TreeSet<>(baseline.keySet());
        keys.addAll(target.keySet());
        Differ differ = new Differ(scope);
        for (ObjectKey key : keys) {
            CatalogObject ours = baseline.get(key);
            CatalogObject theirs = target.get(key);
            if (!ofPlatform(ours) && !ofPlatform(theirs) && scope.isPossible(ours, theirs)) {
                differ.decide(key, ours, theirs);
            }
        }
        return new Differences(differ.differences, differ.unmeasured);
    }

    private static boolean ofPlatform(@Nullable CatalogObject object) {
        return object != null && OwnerClass.isPlatform(object);
    }

    private void decide(ObjectKey key, @Nullable CatalogObject baseline, @Nullable CatalogObject target) {
        if (scope.isElsewhere(baseline) || scope.isElsewhere(target)) {
            unmeasured.add(new Unmeasured(key, UnknownReason.EXCLUDED, List.of(Unseen.ALL)));
        } else {
            hold(baseline, target);
        }
    }

    private void hold(@Nullable CatalogObject baseline, @Nullable CatalogObject target) {
        Set<String> unseen = new TreeSet<>();
        Stream.of(Optional.ofNullable(baseline), Optional.ofNullable(target))
                .flatMap(Optional::stream)
                .forEach(object -> unseen.addAll(Unseen.of(object)));
        CatalogObject any = baseline == null ? target : baseline;
        boolean both = baseline != null && target != null;
        if (any != null && !unseen.isEmpty() && (both || unseen.contains(Unseen.ALL))) {
            unmeasured.add(new Unmeasured(any.key(), UnknownReason.UNSEEN, List.copyOf(unseen)));
        }
        if (!unseen.contains(Unseen.ALL)) {
            hold(baseline, target, unseen);
        }
    }

    private void hold(@Nullable CatalogObject baseline, @Nullable CatalogObject target, Set<String> unseen) {
        if (baseline == null && target != null) {
            differences.add(unexpected(target));
        } else if (baseline != null && target == null) {
            differences.add(missing(baseline));
        } else if (baseline != null && target != null) {
            both(baseline, target, unseen);
        }
    }

    private static Difference missing(CatalogObject baseline) {
        List<AttributeDifference> attributes = new ArrayList<>();
        baseline.compared().forEach((name, value) -> attributes.add(new AttributeDifference(name, value, Value.NULL)));
        return of(baseline, Change.MISSING, attributes);
    }

    private static Difference unexpected(CatalogObject target) {
        List<AttributeDifference> attributes = new ArrayList<>();
        target.compared().forEach((name, value) -> attributes.add(new AttributeDifference(name, Value.NULL, value)));
        return of(target, Change.UNEXPECTED, attributes);
    }

    private void both(CatalogObject baseline, CatalogObject target, Set<String> unseen) {
        List<AttributeDifference> attributes = new ArrayList<>();
        SortedMap<UnknownReason, List<String>> doubts = new TreeMap<>();
        // most objects are equal
        if (!baseline.compared().equals(target.compared())) {
            attributes(baseline, target, unseen, attributes, doubts);
        }
        doubts.forEach((reason, doubtful) -> unmeasured.add(new Unmeasured(baseline.key(), reason, doubtful)));
        scope.outside(baseline, target).ifPresent(attributes::add);
        scope.uncounted(baseline, target).ifPresent(unmeasured::add);
        if (!attributes.isEmpty()) {
            differences.add(of(baseline, Change.DIFFERENT, attributes));
        }
    }

    private void attributes(
            CatalogObject baseline,
            CatalogObject target,
            Set<String> unseen,
            List<AttributeDifference> attributes,
            SortedMap<UnknownReason, List<String>> doubts) {
        SortedMap<String, Value> ours = baseline.compared().values();
        SortedMap<String, Value> theirs = target.compared().values();
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        names.removeAll(unseen);
        for (String name : names) {
            AttributeDifference attribute = new AttributeDifference(
                    name, baseline.compared().get(name), target.compared().get(name));
            if (!scope.isSame(baseline.key().kind(), attribute)) {
                boolean onBothSides = ours.containsKey(name) && theirs.containsKey(name);
                scope.doubt(baseline.key().kind(), attribute, onBothSides)
                        .ifPresentOrElse(
                                reason -> doubts.computeIfAbsent(reason, any -> new ArrayList<>())
                                        .add(name),
                                () -> attributes.add(attribute));
            }
        }
    }

    private static Difference of(CatalogObject object, Change change, List<AttributeDifference> attributes) {
        return new Difference(object.key(), object.parent(), change, attributes, new TreeMap<>());
    }
}
