package io.evenkeel.alerter.report;

import io.evenkeel.alerter.cause.Cause;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.alerter.rule.Judgement;
import io.evenkeel.alerter.rule.Ruling;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One drift as a report shows it.
 *
 * @param ruling what the rules make of it
 * @param nature its severity without any rule
 * @param order place in an action plan, lowest first
 * @param advice what to do about it; may be empty
 * @param episode names the drift over its life; absent in a one-shot comparison
 * @param openedAt since when it is known (UTC); absent in a one-shot comparison
 * @param attribution which change made it what it is, where that is known
 * @param cause the migration that it comes from, if one is known
 */
public record Finding(
        Ruling ruling,
        Severity nature,
        String category,
        int order,
        String advice,
        Optional<String> episode,
        Optional<Instant> openedAt,
        Optional<Attribution> attribution,
        Optional<Cause> cause) {
    /** Worst first, then by place in the action plan, then by name. */
    public static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparingInt(Finding::order)
            .thenComparing(finding -> finding.difference().key());

    /** A drift that the analyzer told, by its nature. */
    public static Finding of(Drift drift) {
        return of(drift, Ruling.of(drift, Judgement.byNature(drift)));
    }

    /** A drift that the analyzer told, as it was judged. */
    public static Finding of(Drift drift, Ruling ruling) {
        return new Finding(
                ruling,
                drift.severity(),
                drift.category(),
                drift.order(),
                drift.advice(),
                Optional.of(drift.id()),
                Optional.of(drift.openedAt()),
                drift.attribution(),
                Optional.empty());
    }

    /** The same, with the migration that it comes from. */
    public Finding from(Optional<Cause> migration) {
        return new Finding(ruling, nature, category, order, advice, episode, openedAt, attribution, migration);
    }

    /** Without the attributes that are ignored. */
    public Difference difference() {
        return ruling.visible();
    }

    /** As judged. */
    public Severity severity() {
        return ruling.judgement().severity();
    }

    /** What becomes of it. */
    public Disposition disposition() {
        return ruling.judgement().disposition();
    }

    ObjectKind kind() {
        return difference().key().kind();
    }
}
