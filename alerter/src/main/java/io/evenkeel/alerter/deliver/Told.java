package io.evenkeel.alerter.deliver;

import io.evenkeel.contract.drift.Drift;
import java.time.Duration;
import java.time.Instant;

/**
 * A drift that a receiver takes to be open.
 *
 * @param telling the id under which it was told as open
 * @param changedAt since when the drift had the shape that was told last (UTC)
 */
record Told(String telling, Instant changedAt) {
    /** The database keeps microseconds; no drift changes twice within this. */
    private static final Duration PRECISION = Duration.ofMillis(1);

    /** Whether the receiver knows it in another shape. */
    boolean differs(Drift drift) {
        return drift.changedAt().isAfter(changedAt.plus(PRECISION));
    }
}
