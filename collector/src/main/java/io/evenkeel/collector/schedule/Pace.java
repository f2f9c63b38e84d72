package io.evenkeel.collector.schedule;

import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When the next reading, look, attempt and heartbeat are due. A look reads what moved since the last reading; where nothing
 * did it was a look in vain. Times are nanoseconds of one monotonic clock.
 */
final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration SOON_AGAIN = Duration.ofSeconds(15);
    private static final Duration AT_ONCE = Duration.ofMillis(500);
    private static final Duration IN_VAIN = Duration.ofMillis(300);
    private static final int SIXTH = 6;
    private static final int HUNDREDTH = 100;
    private static final int FALSE_ALARMS = 3;
    private static final int DOUBLINGS = 5;

    private final Schedule schedule;
    private final RandomGenerator random;
    private final Allowance looks;
    private final Allowance vainLooks;
    private long nextForced;
    private long nextAllowed;
    private long nextAttempt;
    private long nextHeartbeat;
    private int falseAlarms;
    private int failures;

    /**
     * @param databases of the same server that are watched: what is committed in one shows in all, and they share what may be
     *     looked in vain
     */
    Pace(Schedule schedule, RandomGenerator random, int databases, long now) {
        this.schedule = schedule;
        this.random = random;
        nextForced = now;
        nextAllowed = now;
        nextAttempt = now;
        nextHeartbeat = now;
        looks = new Allowance(SIXTH, AT_ONCE, now);
        vainLooks = new Allowance(HUNDREDTH * databases, IN_VAIN.dividedBy(databases), now);
    }

    /** Whether to read although nothing seems to have changed. */
    boolean fullReadingIsDue(long now) {
        return now - nextForced >= 0;
    }

    /**
     * Whether to look what moved, as a catalog is known to have: at most a sixth of the time. Where that was in vain again
     * and again, as an application makes temporary tables all day, no sooner than without such a sign.
     */
    boolean mayLook(long now) {
        return falseAlarms < FALSE_ALARMS ? looks.isLeft(now) : mayScan(now);
    }

    /** Whether to look although nothing says that a catalog moved: in vain at most a hundredth of the time of a server. */
    boolean mayScan(long now) {
        return looks.isLeft(now) && vainLooks.isLeft(now);
    }

    /** Whether a reading of everything now leaves the server enough rest: at most a sixth of the time. */
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

    void looked(Duration took, boolean moved, long now) {
        failures = 0;
        nextAttempt = now;
        looks.take(took, now);
        if (moved) {
            falseAlarms = 0;
            // a migration is under way, and its session tells the counters late
            vainLooks.grant(IN_VAIN, now);
        } else {
            vainLooks.take(took, now);
        }
    }

    /** The last look was in vain although a catalog was known to have moved. */
    void falseAlarm() {
        falseAlarms++;
    }

    /** After a reading; {@code inPart}: what kept a kind from being read may have passed soon. */
    void read(Duration took, boolean inPart, long now) {
        looked(Duration.ZERO, true, now);
        nextAllowed = now + Math.max(SECOND, (SIXTH - 1) * took.toNanos());
        long soon = Math.max(SOON_AGAIN.toNanos(), nextAllowed - now);
        nextForced = now
                + (inPart
                        ? Math.min(soon, schedule.full().toNanos())
                        : schedule.full().toNanos());
    }

    void reported(long now) {
        nextHeartbeat = now + schedule.heartbeat().toNanos();
    }

    /** Somebody asked for a reading: neither rest nor failures count. */
    void hurry(long now) {
        nextAttempt = now;
        nextAllowed = now;
        nextForced = now;
    }

    /** Waits twice as long after each failure, up to a limit, and never as long as another collector. */
    void failed(UnknownReason reason, long now) {
        Backoff backoff = Backoff.after(reason);
        long most = Math.min(backoff.longest().toNanos(), backoff.first().toNanos() << Math.min(failures, DOUBLINGS));
        failures++;
        nextAttempt = now + most / 2 + random.nextLong(most / 2);
        nextForced = nextAttempt;
        nextAllowed = nextAttempt;
    }
}
