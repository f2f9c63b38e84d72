package io.evenkeel.analyzer.compare;

import io.evenkeel.analyzer.diff.Differ;
import io.evenkeel.analyzer.diff.Scope;
import io.evenkeel.analyzer.fold.Folder;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one way in which objects become findings, live and in a one-shot comparison. */
public final class Comparer {
    private static final Map<ObjectKey, CatalogObject> NOTHING = Map.of();

    private Comparer() {}

    /** Compares whole snapshots, group by group: what shares a root is compared together, as on the topics. */
    public static Result compare(Snapshot baseline, Snapshot target) {
        Scope scope = Scope.between(baseline.side(), target.side());
        Map<List<String>, Map<ObjectKey, CatalogObject>> ours = byRoot(baseline);
        Map<List<String>, Map<ObjectKey, CatalogObject>> theirs = byRoot(target);
        Set<List<String>> roots = new HashSet<>(ours.keySet());
        roots.addAll(theirs.keySet());
        List<Finding> findings = new ArrayList<>();
        for (List<String> root : roots) {
            findings.addAll(compareGroup(scope, ours.getOrDefault(root, NOTHING), theirs.getOrDefault(root, NOTHING)));
        }
        findings.sort(Comparator.comparing(finding -> finding.difference().key()));
        Set<ObjectKind> onBothSides = kinds(baseline);
        onBothSides.retainAll(kinds(target));
        return new Result(findings, scope.unknown(onBothSides::contains));
    }

    /** Compares the objects of one root; by key. */
    public static List<Finding> compareGroup(
            Scope scope, Map<ObjectKey, CatalogObject> baseline, Map<ObjectKey, CatalogObject> target) {
        // kinds that could not be read leave only after the folding: their last state still says what lies in what
        return Folder.fold(Differ.diff(baseline, target, scope), baseline, target).stream()
                .filter(difference -> !scope.isUnread(difference.key().kind()))
                .map(difference ->
                        Finding.of(difference, scope.descriptor(difference.key().kind())))
                .toList();
    }

    private static Map<List<String>, Map<ObjectKey, CatalogObject>> byRoot(Snapshot snapshot) {
        Map<List<String>, Map<ObjectKey, CatalogObject>> groups = new HashMap<>();
        for (CatalogObject object : snapshot.objects()) {
            groups.computeIfAbsent(object.root(), any -> new HashMap<>()).put(object.key(), object);
        }
        return groups;
    }

    private static Set<ObjectKind> kinds(Snapshot snapshot) {
        Set<ObjectKind> kinds = new HashSet<>();
        snapshot.objects().forEach(object -> kinds.add(object.key().kind()));
        return kinds;
    }
}
