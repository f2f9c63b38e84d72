package io.evenkeel.collector.schedule;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When the next reading, attempt and heartbeat are due. Times are nanoseconds of one monotonic clock. */
final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_BACKOFF = Duration.ofSeconds(30).toNanos();
    private static final int BUSY = 5;
    private static final int DOUBLINGS = 5;

    private final Schedule schedule;
    private final RandomGenerator random;
    private long nextForced;
    private long nextAllowed;
    private long nextAttempt;
    private long nextHeartbeat;
    private int failures;

    Pace(Schedule schedule, RandomGenerator random, long now) {
        this.schedule = schedule;
        this.random = random;
        nextForced = now;
        nextAllowed = now;
        nextAttempt = now;
        nextHeartbeat = now;
    }

    /** Whether to read although nothing seems to have changed. */
    boolean fullReadingIsDue(long now) {
        return now - nextForced >= 0;
    }

    /** Whether a reading now leaves the server enough rest: at most a sixth of the time. */
    boolean mayRead(long now) {
        return now - nextAllowed >= 0;
    }

    /** Whether to try again after a failure. */
    boolean mayTry(long now) {
        return now - nextAttempt >= 0;
    }

    boolean heartbeatIsDue(long now) {
        return now - nextHeartbeat >= 0;
    }

    void read(Duration took, long now) {
        failures = 0;
        nextAttempt = now;
        nextAllowed = now + Math.max(SECOND, BUSY * took.toNanos());
        nextForced = now + schedule.full().toNanos();
    }

    void reported(long now) {
        nextHeartbeat = now + schedule.heartbeat().toNanos();
    }

    /** Waits twice as long after each failure, up to half a minute, and never as long as another collector. */
    void failed(long now) {
        long most = Math.min(LONGEST_BACKOFF, SECOND << Math.min(failures, DOUBLINGS));
        failures++;
        nextAttempt = now + most / 2 + random.nextLong(most / 2);
        nextForced = nextAttempt;
        nextAllowed = nextAttempt;
    }
}
