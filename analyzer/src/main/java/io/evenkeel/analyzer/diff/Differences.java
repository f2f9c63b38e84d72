package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Unmeasured;
import java.util.List;

/**
 * What two groups of objects came to, held against each other; both lists by key.
 *
 * @param differences what differs
 * @param unmeasured of objects on both sides, what may differ or not: nobody can tell
 */
public record Differences(List<Difference> differences, List<Unmeasured> unmeasured) {
    public Differences {
        differences = List.copyOf(differences);
        unmeasured = List.copyOf(unmeasured);
    }
}
