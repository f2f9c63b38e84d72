package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
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
        Sums gone = new Sums(ignored);
        Map<ObjectKind, Long> left = new TreeMap<>(counts);
        left.replaceAll((kind, count) -> count - gone.all(kind, change));
        return left;
    }

    /** One row for each kind that a side holds or a finding names. */
    static List<KindCount> of(
            Map<ObjectKind, Long> baseline, Map<ObjectKind, Long> target, Collection<Finding> findings) {
        Sums sums = new Sums(findings);
        SortedSet<ObjectKind> kinds = new TreeSet<>(baseline.keySet());
        kinds.addAll(target.keySet());
        kinds.addAll(sums.own.keySet());
        kinds.addAll(sums.folded.keySet());
        return kinds.stream()
                .map(kind -> new KindCount(
                        kind,
                        baseline.getOrDefault(kind, 0L),
                        target.getOrDefault(kind, 0L),
                        sums.all(kind, Change.MISSING),
                        sums.all(kind, Change.UNEXPECTED),
                        Sums.of(sums.own, kind, Change.DIFFERENT),
                        Sums.of(sums.folded, kind, Change.MISSING) + Sums.of(sums.folded, kind, Change.UNEXPECTED)))
                .toList();
    }

    /** Findings, and what lies folded in them, by kind and change: counted in one go, as there may be very many. */
    private static final class Sums {
        private final Map<ObjectKind, Map<Change, Long>> own = new HashMap<>();
        private final Map<ObjectKind, Map<Change, Long>> folded = new HashMap<>();

        Sums(Collection<Finding> findings) {
            for (Finding finding : findings) {
                Difference difference = finding.difference();
                add(own, difference.key().kind(), difference.change(), 1);
                difference.folded().forEach((kind, count) -> add(folded, kind, difference.change(), count));
            }
        }

        private static void add(Map<ObjectKind, Map<Change, Long>> sums, ObjectKind kind, Change change, long count) {
            sums.computeIfAbsent(kind, any -> new EnumMap<>(Change.class)).merge(change, count, Long::sum);
        }

        static long of(Map<ObjectKind, Map<Change, Long>> sums, ObjectKind kind, Change change) {
            return sums.getOrDefault(kind, Map.of()).getOrDefault(change, 0L);
        }

        long all(ObjectKind kind, Change change) {
            return of(own, kind, change) + of(folded, kind, change);
        }
    }
}
