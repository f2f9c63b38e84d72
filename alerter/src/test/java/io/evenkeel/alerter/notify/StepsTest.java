package io.evenkeel.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepsTest {
    /** Goes on by that much each time it is asked. */
    private static final class Ticking extends Clock {
        private final Duration tick;
        private Instant now = Samples.NOON;

        Ticking(Duration tick) {
            this.tick = tick;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plus(tick);
            return now;
        }
    }

    private final List<String> asked = new ArrayList<>();
    private final Steps steps = new Steps(new Ticking(Duration.ZERO));

    private Steps.Step step(String name, Outcome outcome) {
        return new Steps.Step(name, () -> {
            asked.add(name);
            return outcome;
        });
    }

    private static Outcome named(String reference) {
        return new Outcome.Delivered(Optional.of(reference));
    }

    @Test
    void theLastNameThatTheReceiverGaveIsKept() {
        assertThat(steps.run(
                        "m", List.of(step("a", named("1")), step("b", named("2")), step("c", new Outcome.Delivered()))))
                .isEqualTo(named("2"));
        assertThat(steps.run("other", List.of(step("d", new Outcome.Delivered()))))
                .isEqualTo(new Outcome.Delivered());
    }

    @Test
    void aRepeatGoesOnWhereTheFirstAttemptEnded() {
        Outcome later = new Outcome.RetryLater("busy", Optional.empty());
        assertThat(steps.run("m", List.of(step("a", named("1")), step("b", later))))
                .isEqualTo(later);
        assertThat(steps.run("m", List.of(step("a", named("2")), step("b", new Outcome.Delivered()))))
                .isEqualTo(named("1"));
        assertThat(asked).containsExactly("a", "b", "b");
    }

    @Test
    void aRefusalEndsNothingButIsNotForgotten() {
        Outcome refused = new Outcome.Refused("no");
        assertThat(steps.run("m", List.of(step("a", refused), step("b", named("1")))))
                .isEqualTo(refused);
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void whatTakesTooLongGoesOnWithTheNextAttempt() {
        Steps slow = new Steps(new Ticking(Duration.ofSeconds(9)));
        List<Steps.Step> many = IntStream.range(0, 10)
                .mapToObj(i -> step("s" + i, new Outcome.Delivered()))
                .toList();

        assertThat(slow.run("m", many)).isInstanceOf(Outcome.RetryLater.class);
        assertThat(asked).hasSizeBetween(1, 9);
        slow.run("m", many);
        slow.run("m", many);
        assertThat(slow.run("m", many)).isInstanceOf(Outcome.Delivered.class);
        assertThat(asked).hasSize(10).doesNotHaveDuplicates();
    }
}
