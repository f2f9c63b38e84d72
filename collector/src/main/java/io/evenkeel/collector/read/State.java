package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import java.util.List;
import java.util.Map;

/**
 * What is known of a catalog. Each result was read after {@code marks} were, so that it is true for as long as the marks
 * stay as they are; what moved since has to be read again.
 *
 * @param plan by which it was read
 * @param search from which the next one goes on
 * @param relations that kinds require
 * @param rows the mark of these relations' rows
 */
record State(
        Marks marks,
        Plan plan,
        RelationSearch search,
        List<FoundRelation> relations,
        String rows,
        Map<KindFile, KindResult> results) {
    /** The same, known to be true at a later look that showed the same. */
    State at(Marks later) {
        return new State(later, plan, search, relations, rows, results);
    }

    /** Whether no kind failed in a way that may pass. */
    boolean settled() {
        return results.values().stream()
                .flatMap(result -> result.problems().stream())
                .noneMatch(KindResult.Problem::mayPass);
    }
}
