package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be judged.
 *
 * @param nature the severity by the kind
 * @param kind what is known of the kind; absent: nothing
 */
public record Subject(
        Comparison comparison, Difference difference, String category, Severity nature, Optional<KindDescriptor> kind) {
    static Subject of(Drift drift, Map<ObjectKind, KindDescriptor> kinds) {
        Optional<KindDescriptor> kind =
                Optional.ofNullable(kinds.get(drift.difference().key().kind()));
        return new Subject(drift.comparison(), drift.difference(), drift.category(), drift.severity(), kind);
    }

    Severity natureOf(AttributeDifference attribute) {
        return kind.map(known -> known.severityOf(attribute.name())).orElse(nature);
    }
}
