package io.evenkeel.analyzer.compare;

import io.evenkeel.analyzer.diff.Differ;
import io.evenkeel.analyzer.diff.Differences;
import io.evenkeel.analyzer.diff.Gap;
import io.evenkeel.analyzer.diff.Scope;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.analyzer.fold.Folder;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Unmeasured;
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
    public static Result compare(Snapshot baseline, Snapshot target, Tolerances tolerances) {
        Scope scope = Scope.between(baseline.side(), target.side(), tolerances);
        Map<List<String>, Map<ObjectKey, CatalogObject>> ours = byRoot(baseline);
        Map<List<String>, Map<ObjectKey, CatalogObject>> theirs = byRoot(target);
        Set<List<String>> roots = new HashSet<>(ours.keySet());
        roots.addAll(theirs.keySet());
        List<Finding> findings = new ArrayList<>();
        List<Unmeasured> unmeasured = new ArrayList<>();
        for (List<String> root : roots) {
            Group group = compareGroup(scope, ours.getOrDefault(root, NOTHING), theirs.getOrDefault(root, NOTHING));
            findings.addAll(group.findings());
            unmeasured.addAll(group.unmeasured());
        }
        findings.sort(Comparator.comparing(finding -> finding.difference().key()));
        return new Result(findings, scope.unknown(Gap.of(unmeasured)));
    }

    /** Compares the objects of one root. */
    public static Group compareGroup(
            Scope scope, Map<ObjectKey, CatalogObject> baseline, Map<ObjectKey, CatalogObject> target) {
        Differences found = Differ.diff(baseline, target, scope);
        // kinds that could not be read leave only after the folding: their last state still says what lies in what
        List<Finding> findings = Folder.fold(found.differences(), baseline, target).stream()
                .filter(difference -> !scope.isUnread(difference.key()))
                .filter(difference -> !isOfNobody(scope, difference))
                .filter(difference ->
                        difference.parent().filter(scope::isLeftOut).isEmpty())
                .map(difference ->
                        Finding.of(difference, scope.descriptor(difference.key().kind())))
                .toList();
        return new Group(
                findings,
                found.unmeasured().stream()
                        .filter(each -> !scope.isUnread(each.key()))
                        .toList());
    }

    /** A measurement of one side only whose table is no drift: a platform's, or left out. */
    private static boolean isOfNobody(Scope scope, Difference difference) {
        return difference.change() != Change.DIFFERENT
                && scope.descriptor(difference.key().kind()).measures();
    }

    private static Map<List<String>, Map<ObjectKey, CatalogObject>> byRoot(Snapshot snapshot) {
        Map<List<String>, Map<ObjectKey, CatalogObject>> groups = new HashMap<>();
        for (CatalogObject object : snapshot.objects()) {
            groups.computeIfAbsent(object.root(), any -> new HashMap<>()).put(object.key(), object);
        }
        return groups;
    }
}
