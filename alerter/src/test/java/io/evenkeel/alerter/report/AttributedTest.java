package io.evenkeel.alerter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Attribution;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributedTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static String line(Optional<Witnessed> witnessed) {
        return Attributed.line(new Attribution(new Environment("production"), NOON, NOON.plusSeconds(3), witnessed));
    }

    @Test
    void oneLineSaysWhoAndHow() {
        assertThat(line(Optional.of(new Witnessed(
                        NOON,
                        "ALTER TABLE",
                        Optional.of("public.t"),
                        "alice",
                        "owner",
                        Optional.of("psql"),
                        Optional.of("10.0.0.7"),
                        2))))
                .isEqualTo(
                        "in production by psql (alice as owner) from 10.0.0.7, the last of 3: ALTER TABLE public.t at"
                                + " 2026-11-22 12:00:00 UTC");
    }

    @Test
    void withoutAWitnessItIsTheTwoReadings() {
        assertThat(line(Optional.empty()))
                .isEqualTo("in production between 2026-11-22 12:00:00 UTC and 2026-11-22 12:00:03 UTC");
    }

    @Test
    void hostileNamesAreSpelledOutAndCut() {
        String line = line(Optional.of(new Witnessed(
                NOON,
                "GRANT",
                Optional.empty(),
                "al\u202eice",
                "al\u202eice",
                Optional.of("\u001b[2Jx\n".repeat(100)),
                Optional.empty(),
                0)));
        assertThat(line).contains("al\\u202eice").contains("\\x1b[2J").doesNotContain("\n", "\u001b", "\u202e");
        assertThat(line.length()).isLessThan(300);
    }
}
