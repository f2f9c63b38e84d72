package io.evenkeel.contract.drift;

import io.evenkeel.contract.catalog.Severity;
import java.time.Instant;

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
        Instant changedAt) {}
