package io.evenkeel.contract.drift;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.evenkeel.contract.catalog.Absent;
import io.evenkeel.contract.catalog.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * A difference with a life: one episode, from opened to resolved.
 *
 * @param id of the episode: the id of the event that opened it
 * @param category of the kind, so that readers need no list of kinds
 * @param order place in an action plan, lowest first
 * @param severity by the nature of the difference, as the kind describes it; what people decided comes later
 * @param advice what to do about it; may be empty
 * @param baseline the snapshot of the baseline that shows it as it stands
 * @param target the snapshot of the target that shows it as it stands
 * @param openedAt when the analyzer first saw it (UTC)
 * @param changedAt when it last took another shape (UTC)
 * @param attribution which change gave it this shape, or resolved it; absent where it cannot be told, as when a comparison
 *     begins
 */
public record Drift(
        String id,
        Comparison comparison,
        Difference difference,
        String category,
        int order,
        Severity severity,
        String advice,
        SnapshotRef baseline,
        SnapshotRef target,
        Instant openedAt,
        Instant changedAt,

        @JacksonInject(value = Absent.FIELD, useInput = OptBoolean.TRUE) @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Attribution> attribution) {
    /** The same, coming from that change. */
    public Drift from(Optional<Attribution> change) {
        return with(difference, severity, advice, change);
    }

    /** The same, with another severity and advice. */
    public Drift judged(Severity otherSeverity, String otherAdvice) {
        return with(difference, otherSeverity, otherAdvice, attribution);
    }

    /** The same, with less or more told of the difference. */
    public Drift showing(Difference other) {
        return with(other, severity, advice, attribution);
    }

    private Drift with(
            Difference otherDifference,
            Severity otherSeverity,
            String otherAdvice,
            Optional<Attribution> otherAttribution) {
        return new Drift(
                id,
                comparison,
                otherDifference,
                category,
                order,
                otherSeverity,
                otherAdvice,
                baseline,
                target,
                openedAt,
                changedAt,
                otherAttribution);
    }
}
