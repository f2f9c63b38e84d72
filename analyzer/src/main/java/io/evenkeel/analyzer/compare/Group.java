package io.evenkeel.analyzer.compare;

import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Unmeasured;
import java.util.List;

/**
 * What the objects of one root came to; both lists by key.
 *
 * @param unmeasured of which nobody can tell whether it differs
 */
public record Group(List<Finding> findings, List<Unmeasured> unmeasured) {
    public Group {
        findings = List.copyOf(findings);
        unmeasured = List.copyOf(unmeasured);
    }

    /** Whether nothing can be said now of a difference that was seen before. */
    public boolean hides(Difference before) {
        List<String> names =
                before.attributes().stream().map(AttributeDifference::name).toList();
        return before.change() == Change.DIFFERENT
                && unmeasured.stream()
                        .filter(each -> each.key().equals(before.key()))
                        .anyMatch(each -> each.attributes().stream().anyMatch(names::contains));
    }
}
