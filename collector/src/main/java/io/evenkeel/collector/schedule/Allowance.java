package io.evenkeel.collector.schedule;

import java.time.Duration;

/**
 * A share of the time that something may take. What is not taken is saved up to a limit, so that who has rested may begin at
 * once and go on for a while; on an average it stays the share. Times are nanoseconds of one monotonic clock.
 */
final class Allowance {
    private final int oneIn;
    private final long most;
    private long left;
    private long at;

    /** One part in so many of the time, of which so much is saved at most, and at first. */
    Allowance(int oneIn, Duration most, long now) {
        this.oneIn = oneIn;
        this.most = most.toNanos();
        this.left = this.most;
        this.at = now;
    }

    boolean isLeft(long now) {
        return left(now) > 0;
    }

    /** It has taken that long; more than is left delays the next. */
    void take(Duration time, long now) {
        left = left(now) - time.toNanos();
        at = now;
    }

    /** At least so much is left, even if it is more than would be saved. */
    void grant(Duration time, long now) {
        left = Math.max(left(now), time.toNanos());
        at = now;
    }

    private long left(long now) {
        return Math.max(left, Math.min(most, left + (now - at) / oneIn));
    }
}
