package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Samples.NOON;

    private static boolean ready(long waiting, long agedSeconds, long messages, long steps, long lastSeconds) {
        Instant came = NOW.minusSeconds(agedSeconds);
        return new Pace(waiting, came, came, messages, steps, NOW.minusSeconds(lastSeconds)).ready(NOW);
    }

    @Test
    void aFewGoAtOnce() {
        assertThat(ready(1, 0, 0, 0, 3600)).isTrue();
        assertThat(ready(20, 0, 40, 100, 1)).isTrue();
    }

    @Test
    void manyWaitUntilNoMoreCome() {
        assertThat(ready(21, 0, 0, 0, 3600)).isFalse();
        assertThat(ready(21, 1, 0, 0, 3600)).isTrue();
        assertThat(new Pace(5000, NOW.minusSeconds(5), NOW, 0, 0, Instant.EPOCH).ready(NOW))
                .isTrue();
    }

    @Test
    void inAStormMessagesAreFew() {
        assertThat(ready(5000, 2, 1, 4000, 19)).isFalse();
        assertThat(ready(5000, 2, 1, 4000, 20)).isTrue();
        assertThat(ready(1, 2, 1, 4000, 5)).isFalse();
        assertThat(ready(5000, 2, 3, 4000, 30)).isFalse();
    }
}
