package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One drift as a report shows it.
 *
 * @param order place in an action plan, lowest first
 * @param advice what to do about it; may be empty
 * @param episode names the drift over its life; absent in a one-shot comparison
 * @param openedAt since when it is known (UTC); absent in a one-shot comparison
 */
public record Finding(
        Difference difference,
        Severity severity,
        String category,
        int order,
        String advice,
        Optional<String> episode,
        Optional<Instant> openedAt) {
    /** Worst first, then by place in the action plan, then by name. */
    public static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparingInt(Finding::order)
            .thenComparing(finding -> finding.difference().key());

    /** A drift that the analyzer told. */
    public static Finding of(Drift drift) {
        return new Finding(
                drift.difference(),
                drift.severity(),
                drift.category(),
                drift.order(),
                drift.advice(),
                Optional.of(drift.id()),
                Optional.of(drift.openedAt()));
    }

    /** A difference that was found just now. */
    public static Finding of(Difference difference, KindDescriptor descriptor) {
        return new Finding(
                difference,
                difference.severity(descriptor),
                descriptor.category(),
                descriptor.order(),
                descriptor.adviceFor(difference.change().word()),
                Optional.empty(),
                Optional.empty());
    }

    ObjectKind kind() {
        return difference.key().kind();
    }
}
