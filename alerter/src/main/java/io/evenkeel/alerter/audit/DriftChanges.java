package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch says of open drifts.
 *
 * @param words the newest word on each: the drift as it is open, or empty
 * @param whole whether more is different than that, such as all of a comparison
 */
record DriftChanges(Map<Subject, Optional<Drift>> words, boolean whole) {
    static final DriftChanges NONE = new DriftChanges(Map.of(), false);

    /** Everything may be different. */
    static final DriftChanges ALL = new DriftChanges(Map.of(), true);

    /** What a drift is about. */
    record Subject(Comparison comparison, ObjectKey key) {
        static Subject of(Drift drift) {
            return new Subject(drift.comparison(), drift.difference().key());
        }
    }

    DriftChanges {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    boolean isEmpty() {
        return words.isEmpty() && !whole;
    }

    DriftChanges plus(DriftChanges next) {
        Map<Subject, Optional<Drift>> both = new LinkedHashMap<>(words);
        both.putAll(next.words);
        return new DriftChanges(both, whole || next.whole);
    }
}
