package io.evenkeel.analyzer.compare;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Difference;

/**
 * A difference and what its kind says of it.
 *
 * @param category of the kind
 * @param order place in an action plan, lowest first
 * @param advice what to do about it; may be empty
 */
public record Finding(Difference difference, String category, int order, Severity severity, String advice) {
    static Finding of(Difference difference, KindDescriptor kind) {
        return new Finding(
                difference,
                kind.category(),
                kind.order(),
                difference.severity(kind),
                kind.adviceFor(difference.change().word()));
    }
}
