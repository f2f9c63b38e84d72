package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of one kind cannot be told for one reason.
 *
 * @param objects how many objects have such an attribute
 * @param first some of them, by key
 */
public record Gap(ObjectKind kind, UnknownReason reason, long objects, List<Unmeasured> first) {
    private static final int NAMED = 5;

    public Gap {
        first = List.copyOf(first);
    }

    /** All of them, by kind and reason. */
    public static List<Gap> of(Collection<Unmeasured> unmeasured) {
        SortedMap<ObjectKind, SortedMap<UnknownReason, List<Unmeasured>>> byKind = new TreeMap<>();
        for (Unmeasured each : unmeasured) {
            byKind.computeIfAbsent(each.key().kind(), any -> new TreeMap<>())
                    .computeIfAbsent(each.reason(), any -> new ArrayList<>())
                    .add(each);
        }
        List<Gap> gaps = new ArrayList<>();
        byKind.forEach((kind, reasons) -> reasons.forEach((reason, all) -> gaps.add(of(kind, reason, all))));
        return gaps;
    }

    private static Gap of(ObjectKind kind, UnknownReason reason, List<Unmeasured> all) {
        List<Unmeasured> first = all.stream()
                .sorted(Comparator.comparing(Unmeasured::key))
                .limit(NAMED)
                .toList();
        return new Gap(kind, reason, all.size(), first);
    }
}
