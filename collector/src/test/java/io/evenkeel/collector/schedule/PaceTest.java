package io.evenkeel.collector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final Pace pace = new Pace(Schedule.DEFAULT, new Random(1), 1, 0);

    @Test
    void everythingIsDueAtTheStart() {
        assertThat(pace.mayTry(0) && pace.mayRead(0) && pace.fullReadingIsDue(0) && pace.heartbeatIsDue(0))
                .isTrue();
    }

    @Test
    void readingRestsFiveTimesAsLongAsItTookAndAtLeastASecond() {
        pace.read(Duration.ofMillis(20), false, 0);
        assertThat(pace.mayRead(SECOND - 1)).isFalse();
        assertThat(pace.mayRead(SECOND)).isTrue();
        pace.read(Duration.ofSeconds(2), false, 0);
        assertThat(pace.mayRead(10 * SECOND - 1)).isFalse();
        assertThat(pace.mayRead(10 * SECOND)).isTrue();
        assertThat(pace.fullReadingIsDue(299 * SECOND)).isFalse();
        assertThat(pace.fullReadingIsDue(300 * SECOND)).isTrue();
    }

    @Test
    void looksTakeASixthOfTheTimeButMayBeginAtOnce() {
        assertThat(looksWithin(60 * SECOND, 50 * MILLI, true)).isBetween(190L, 212L);
        assertThat(looksWithin(2 * SECOND, 50 * MILLI, true)).isGreaterThan(10);
    }

    @Test
    void looksInVainTakeAHundredthOfTheTimeButMayBeginAtOnce() {
        assertThat(looksWithin(600 * SECOND, 50 * MILLI, false)).isBetween(120L, 128L);
        assertThat(looksWithin(2 * SECOND, 50 * MILLI, false)).isBetween(6L, 8L);
    }

    @Test
    void databasesOfOneServerShareTheLooksInVainAndEachMayBeginWithOne() {
        assertThat(looksWithin(6000 * SECOND, 50 * MILLI, false, 10)).isBetween(120L, 128L);
        assertThat(looksWithin(2 * SECOND, 50 * MILLI, false, 10)).isEqualTo(1);
        assertThat(looksWithin(60 * SECOND, 50 * MILLI, true, 10)).isBetween(190L, 212L);
    }

    private static long looksWithin(long time, long took, boolean moved) {
        return looksWithin(time, took, moved, 1);
    }

    /** How many there are without a sign if one is made as soon as it may. */
    private static long looksWithin(long time, long took, boolean moved, int databases) {
        Pace pace = new Pace(Schedule.DEFAULT, new Random(1), databases, 0);
        long looks = 0;
        for (long now = 0; now < time; now += 10 * MILLI) {
            if (pace.mayScan(now)) {
                now += took;
                looks++;
                pace.looked(Duration.ofNanos(took), moved, now);
            }
        }
        return looks;
    }

    @Test
    void afterALookThatFoundSomethingItMayBeLookedWithoutASign() {
        for (int look = 0; look < 10; look++) {
            pace.looked(Duration.ofMillis(40), false, 0);
        }
        assertThat(pace.mayScan(9 * SECOND)).isFalse();
        assertThat(pace.mayLook(9 * SECOND)).isTrue();
        pace.looked(Duration.ofMillis(40), true, 9 * SECOND);
        assertThat(pace.mayScan(9 * SECOND)).isTrue();
    }

    @Test
    void signsThatWereInVainAreNotFollowedUntilOneWasNot() {
        for (int time = 0; time < 3; time++) {
            assertThat(pace.mayLook(SECOND)).isTrue();
            pace.looked(Duration.ofMillis(110), false, 0);
            pace.falseAlarm();
        }
        assertThat(pace.mayLook(2 * SECOND)).isFalse();
        assertThat(pace.mayLook(4 * SECOND)).isTrue();
        pace.looked(Duration.ofMillis(100), true, 4 * SECOND);
        assertThat(pace.mayLook(4 * SECOND)).isTrue();
    }

    @Test
    void pauseAfterFailuresGrowsToHalfAMinuteAndEndsWithSuccess() {
        for (int failures = 0; failures < 20; failures++) {
            pace.failed(UnknownReason.UNREACHABLE, 0);
            long most = Math.min(30, 1L << failures) * SECOND;
            assertThat(pace.mayTry(most / 2 - 1)).isFalse();
            assertThat(pace.mayTry(most)).isTrue();
            assertThat(pace.fullReadingIsDue(most)).isTrue();
        }
        pace.read(Duration.ZERO, false, 0);
        pace.failed(UnknownReason.UNREACHABLE, 0);
        assertThat(pace.mayTry(SECOND)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"STARTING, 250, 2000", "OVERLOADED, 4000, 60000", "AUTHENTICATION, 4000, 60000", "TIMEOUT, 1000, 30000"
    })
    void pauseDependsOnWhatWasWrong(UnknownReason reason, long first, long longest) {
        pace.failed(reason, 0);
        assertThat(pace.mayTry(first / 2 * MILLI - 1)).isFalse();
        assertThat(pace.mayTry(first * MILLI)).isTrue();
        for (int more = 0; more < 10; more++) {
            pace.failed(reason, 0);
        }
        assertThat(pace.mayTry(longest / 2 * MILLI - 1)).isFalse();
        assertThat(pace.mayTry(longest * MILLI)).isTrue();
    }

    @Test
    void whatWasReadInPartIsReadAgainSoon() {
        pace.read(Duration.ofMillis(20), true, 0);
        assertThat(pace.fullReadingIsDue(15 * SECOND - 1)).isFalse();
        assertThat(pace.fullReadingIsDue(15 * SECOND)).isTrue();
        pace.read(Duration.ofSeconds(10), true, 0);
        assertThat(pace.fullReadingIsDue(50 * SECOND - 1)).isFalse();
        assertThat(pace.fullReadingIsDue(50 * SECOND)).isTrue();
    }

    @Test
    void heartbeatIsDueTenSecondsAfterTheLastMarker() {
        pace.reported(0);
        assertThat(pace.heartbeatIsDue(10 * SECOND - 1)).isFalse();
        assertThat(pace.heartbeatIsDue(10 * SECOND)).isTrue();
    }
}
