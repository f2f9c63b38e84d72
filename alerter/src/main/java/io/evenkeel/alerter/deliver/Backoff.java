package io.evenkeel.alerter.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to try again: growing, jittered pauses, and an end. */
final class Backoff {
    static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MAX_DOUBLINGS = 20;

    private Backoff() {}

    /**
     * @param attempts how many there were
     * @param asked how long the receiver wants to be left alone
     * @param jitter from 0 to 1
     * @return when to try again; empty: never
     */
    static Optional<Instant> next(
            Instant createdAt, Instant now, int attempts, Optional<Duration> asked, double jitter) {
        Instant end = createdAt.plus(GIVE_UP_AFTER);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        long grown =
                Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS));
        Instant due = now.plusMillis((long) (grown / 2.0 + grown / 2.0 * jitter));
        Instant wished = asked.map(now::plus).filter(due::isBefore).orElse(due);
        return Optional.of(wished.isAfter(end) ? end : wished);
    }
}
