package io.evenkeel.collector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final Pace pace = new Pace(Schedule.DEFAULT, new Random(1), 0);

    @Test
    void everythingIsDueAtTheStart() {
        assertThat(pace.mayTry(0) && pace.mayRead(0) && pace.fullReadingIsDue(0) && pace.heartbeatIsDue(0))
                .isTrue();
    }

    @Test
    void readingRestsFiveTimesAsLongAsItTookAndAtLeastASecond() {
        pace.read(Duration.ofMillis(20), 0);
        assertThat(pace.mayRead(SECOND - 1)).isFalse();
        assertThat(pace.mayRead(SECOND)).isTrue();
        pace.read(Duration.ofSeconds(2), 0);
        assertThat(pace.mayRead(10 * SECOND - 1)).isFalse();
        assertThat(pace.mayRead(10 * SECOND)).isTrue();
        assertThat(pace.fullReadingIsDue(299 * SECOND)).isFalse();
        assertThat(pace.fullReadingIsDue(300 * SECOND)).isTrue();
    }

    @Test
    void pauseAfterFailuresGrowsToHalfAMinuteAndEndsWithSuccess() {
        for (int failures = 0; failures < 20; failures++) {
            pace.failed(0);
            long most = Math.min(30, 1L << failures) * SECOND;
            assertThat(pace.mayTry(most / 2 - 1)).isFalse();
            assertThat(pace.mayTry(most)).isTrue();
            assertThat(pace.fullReadingIsDue(most)).isTrue();
        }
        pace.read(Duration.ZERO, 0);
        pace.failed(0);
        assertThat(pace.mayTry(SECOND)).isTrue();
    }

    @Test
    void heartbeatIsDueTenSecondsAfterTheLastMarker() {
        pace.reported(0);
        assertThat(pace.heartbeatIsDue(10 * SECOND - 1)).isFalse();
        assertThat(pace.heartbeatIsDue(10 * SECOND)).isTrue();
    }
}
