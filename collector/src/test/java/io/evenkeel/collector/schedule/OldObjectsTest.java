package io.evenkeel.collector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OldObjectsTest {
    private static final long MEGABYTE = 1L << 20;

    @Test
    void areClearedWhenAQuarterMoreHasComeAndNotForLittle() {
        assertThat(OldObjects.isWorth(10 * MEGABYTE, 0)).isFalse();
        assertThat(OldObjects.isWorth(40 * MEGABYTE, 0)).isTrue();
        assertThat(OldObjects.isWorth(1_250 * MEGABYTE, 1_000 * MEGABYTE)).isFalse();
        assertThat(OldObjects.isWorth(1_300 * MEGABYTE, 1_000 * MEGABYTE)).isTrue();
    }
}
