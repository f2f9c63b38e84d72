package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant NOON = Samples.NOON;

    @Test
    void pausesGrowAndAreJittered() {
        assertThat(pause(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause(1, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pause(4, 1)).isEqualTo(Duration.ofSeconds(16));
        assertThat(pause(1000, 1)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void theReceiversWishCountsIfItIsLonger() {
        assertThat(Backoff.next(NOON, NOON, 1, Optional.of(Duration.ofMinutes(5)), 0))
                .contains(NOON.plusSeconds(300));
        assertThat(Backoff.next(NOON, NOON, 1, Optional.of(Duration.ofMillis(5)), 1))
                .contains(NOON.plusSeconds(2));
    }

    @Test
    void aDayIsEnough() {
        Instant last = NOON.plus(Duration.ofHours(24));
        assertThat(Backoff.next(NOON, last.minusSeconds(10), 9, Optional.of(Duration.ofDays(9)), 1))
                .contains(last);
        assertThat(Backoff.next(NOON, last, 10, Optional.empty(), 1)).isEmpty();
    }

    private static Duration pause(int attempts, double jitter) {
        return Duration.between(
                NOON,
                Backoff.next(NOON, NOON, attempts, Optional.empty(), jitter).orElseThrow());
    }
}
