package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the two sides of one kind reconcile: baseline - missing + unexpected = target.
 *
 * @param missing only in the baseline, those that lie folded in a missing parent included
 * @param unexpected only in the target, those that lie folded in an unexpected parent included
 * @param different in both, with other attributes
 * @param folded how many of the missing and unexpected are told by their parent's line alone
 */
public record KindCount(
        ObjectKind kind, long baseline, long target, long missing, long unexpected, long different, long folded) {
    /** Whether every object that one side has more or less is named by a drift. */
    public boolean addsUp() {
        return baseline - missing + unexpected == target;
    }

    /** The counts of a side without the objects that ignored drifts say only that side has. */
    static Map<ObjectKind, Long> without(Map<ObjectKind, Long> counts, Collection<Finding> ignored, Change change) {
        Map<ObjectKind, Long> left = new TreeMap<>(counts);
        left.replaceAll((kind, count) -> count - own(kind, change, ignored) - folded(kind, change, ignored));
        return left;
    }

    /** One row for each kind that a side holds or a finding names. */
    static List<KindCount> of(
            Map<ObjectKind, Long> baseline, Map<ObjectKind, Long> target, Collection<Finding> findings) {
        SortedSet<ObjectKind> kinds = new TreeSet<>(baseline.keySet());
        kinds.addAll(target.keySet());
        findings.forEach(finding -> {
            kinds.add(finding.kind());
            kinds.addAll(finding.difference().folded().keySet());
        });
        List<KindCount> counts = new ArrayList<>();
        for (ObjectKind kind : kinds) {
            counts.add(of(kind, baseline.getOrDefault(kind, 0L), target.getOrDefault(kind, 0L), findings));
        }
        return counts;
    }

    private static KindCount of(ObjectKind kind, long baseline, long target, Collection<Finding> findings) {
        return new KindCount(
                kind,
                baseline,
                target,
                own(kind, Change.MISSING, findings) + folded(kind, Change.MISSING, findings),
                own(kind, Change.UNEXPECTED, findings) + folded(kind, Change.UNEXPECTED, findings),
                own(kind, Change.DIFFERENT, findings),
                folded(kind, Change.MISSING, findings) + folded(kind, Change.UNEXPECTED, findings));
    }

    private static long own(ObjectKind kind, Change change, Collection<Finding> findings) {
        return findings.stream()
                .filter(finding ->
                        finding.kind().equals(kind) && finding.difference().change() == change)
                .count();
    }

    private static long folded(ObjectKind kind, Change change, Collection<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.difference().change() == change)
                .mapToLong(finding -> finding.difference().folded().getOrDefault(kind, 0))
                .sum();
    }
}
