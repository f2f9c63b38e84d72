package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.ServerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of the last reading.
 *
 * @param state from which the next can go on
 * @param validated the results that were given out
 * @param exact whether all of them were true together
 * @param exactAt when that was so last
 * @param readAt when the kinds were last read that tell more than catalogs
 */
record Known(
        State state,
        Map<KindFile, KindResult> validated,
        ServerIdentity server,
        boolean exact,
        Instant exactAt,
        Instant readAt) {
    /** For so long what keeps moving may stay as it was. */
    private static final Duration STALE = Duration.ofMinutes(5);

    /** So often what no catalog shows is read again. */
    private static final Duration ALWAYS = Duration.ofSeconds(30);

    static Known of(
            Rounds.Outcome outcome, ServerIdentity server, Instant now, Instant readAt, Optional<Known> before) {
        boolean exact = outcome.consistency() == Consistency.EXACT;
        return new Known(
                outcome.state(),
                outcome.results(),
                server,
                exact,
                exact ? now : before.map(Known::exactAt).orElse(now),
                readAt);
    }

    /** The same, at a later look that showed the same. */
    Known at(Marks later, Instant now) {
        return new Known(state.at(later), validated, server, exact, now, readAt);
    }

    boolean isOf(ServerIdentity other) {
        return server.still().equals(other.still());
    }

    boolean isRecent(Instant now) {
        return exactAt.plus(STALE).isAfter(now);
    }

    /** Whether there is nothing to read. */
    boolean isStill(Marks marks, String rows, Instant now) {
        return exact
                && marks.movedSince(state.marks()).isEmpty()
                && rows.equals(state.rows())
                && state.settled()
                && !isUnseenDue(now);
    }

    /** Whether to read again what no catalog shows. */
    boolean isUnseenDue(Instant now) {
        return !readAt.plus(ALWAYS).isAfter(now);
    }
}
