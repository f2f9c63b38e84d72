package io.evenkeel.contract.wire;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;

/** What a record on the drift topic says. */
public sealed interface DriftRecord {
    /** A drift is open, as described. */
    record Open(Drift drift) implements DriftRecord {}

    /** A drift is open no more. */
    record Closed(Comparison comparison, ObjectKey key) implements DriftRecord {}

    /** A comparison was evaluated. */
    record Evaluated(ComparisonState state) implements DriftRecord {}

    /** A comparison is no longer made in this partition. */
    record Retired(Comparison comparison, int partition) implements DriftRecord {}
}
