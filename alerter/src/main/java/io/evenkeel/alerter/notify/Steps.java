package io.evenkeel.alerter.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends a message that takes several requests. A repeat of the message leaves out what the receiver has taken already,
 * and so gets to its end even if the receiver takes only a few requests at a time. For one thread.
 */
public final class Steps {
    /** Well within the time for which the outbox leaves a message to its sender. */
    private static final Duration BUDGET = Duration.ofSeconds(40);

    /** @param name what the receiver is asked for; the same at every attempt */
    public record Step(String name, Supplier<Outcome> request) {}

    private final Clock clock;
    private final Set<String> done = new HashSet<>();
    private String message = "";
    private Optional<String> reference = Optional.empty();
    private Optional<Outcome.Refused> refused = Optional.empty();

    public Steps(Clock clock) {
        this.clock = clock;
    }

    /** One attempt: the steps in their order, up to the first that is to be tried again later. */
    public Outcome run(String message, List<Step> steps) {
        begin(message);
        Instant end = clock.instant().plus(BUDGET);
        for (Step step : steps) {
            if (done.contains(step.name())) {
                continue;
            }
            if (clock.instant().isAfter(end)) {
                return new Outcome.RetryLater("more requests than fit into one attempt", Optional.of(Duration.ZERO));
            }
            switch (step.request().get()) {
                case Outcome.RetryLater later -> {
                    return later;
                }
                case Outcome.Delivered delivered ->
                    reference = delivered.reference().or(() -> reference);
                // neither ends the steps after it nor is forgotten: the message becomes a dead letter
                case Outcome.Refused why -> refused = refused.or(() -> Optional.of(why));
            }
            done.add(step.name());
        }
        return refused.<Outcome>map(why -> why).orElseGet(() -> new Outcome.Delivered(reference));
    }

    private void begin(String next) {
        if (!next.equals(message)) {
            message = next;
            done.clear();
            reference = Optional.empty();
            refused = Optional.empty();
        }
    }
}
