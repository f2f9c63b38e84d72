package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.ServerIdentity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of the last reading.
 *
 * @param state from which the next can go on
 * @param validated the results that were given out
 * @param exact whether all of them were true together
 * @param freshAt when none of them was stale last, by {@code System.nanoTime()}
 * @param readAt when the kinds were last read that tell more than catalogs, by the same clock
 */
record Known(
        State state,
        Map<KindFile, KindResult> validated,
        ServerIdentity server,
        boolean exact,
        long freshAt,
        long readAt) {
    /** For so long what keeps moving may stay as it was. */
    private static final long STALE = Duration.ofMinutes(5).toNanos();

    /** So often what no catalog shows is read again. */
    private static final long ALWAYS = Duration.ofSeconds(30).toNanos();

    static Known of(Rounds.Outcome outcome, ServerIdentity server, long now, long readAt, Optional<Known> before) {
        return new Known(
                outcome.state(),
                outcome.results(),
                server,
                outcome.consistency() == Consistency.EXACT,
                outcome.stale().isEmpty() ? now : before.map(Known::freshAt).orElse(now),
                readAt);
    }

    /** The same, at a later look that showed the same. */
    Known at(Marks later, long now) {
        return new Known(state.at(later), validated, server, exact, now, readAt);
    }

    boolean isOf(ServerIdentity other) {
        return server.still().equals(other.still());
    }

    boolean isRecent(long now) {
        return now - freshAt < STALE;
    }

    /** Whether there is nothing to read. */
    boolean isStill(Marks marks, String rows, long now) {
        return exact
                && marks.movedSince(state.marks()).isEmpty()
                && rows.equals(state.rows())
                && state.settled()
                && !isUnseenDue(now);
    }

    /** Whether to read again what no catalog shows. */
    boolean isUnseenDue(long now) {
        return now - readAt >= ALWAYS;
    }
}
