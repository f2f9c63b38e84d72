package io.evenkeel.alerter.deliver;

import java.time.Duration;
import java.time.Instant;

/**
 * When the steps of one comparison that wait go out to one receiver. A few go at once. Many wait until no more come, so
 * that they are one message. In a storm messages are few: what comes meanwhile is summed up in the next one.
 *
 * @param waiting how many steps wait
 * @param oldest when the first of them came (UTC)
 * @param newest when the last of them came (UTC)
 * @param messages how many messages went out within {@link #MINUTE}
 * @param steps how many steps these told
 * @param last when the last of these went out (UTC); the epoch if there is none
 */
record Pace(long waiting, Instant oldest, Instant newest, long messages, long steps, Instant last) {
    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final int MANY = 20;
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);
    private static final int STORM = 200;
    private static final int MESSAGES = 3;

    boolean ready(Instant now) {
        boolean coming =
                waiting > MANY && now.isBefore(newest.plus(SETTLED)) && now.isBefore(oldest.plus(SETTLES_WITHIN));
        if (coming) {
            return false;
        }
        if (waiting + steps <= STORM) {
            return true;
        }
        return messages < MESSAGES && !now.isBefore(last.plus(MINUTE.dividedBy(MESSAGES)));
    }
}
