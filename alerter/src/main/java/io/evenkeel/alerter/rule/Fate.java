package io.evenkeel.alerter.rule;

import java.time.Instant;
import java.util.Optional;

/** What a rule makes of the drifts that it matches. */
public sealed interface Fate {
    /** For good: it is no concern of anybody. */
    record Ignore() implements Fate {}

    /** Until a date. */
    record Accept(Acceptance acceptance) implements Fate {}

    /** Not told before that (UTC). */
    record Hold(Instant until) implements Fate {}

    default Disposition disposition() {
        return switch (this) {
            case Ignore ignore -> Disposition.IGNORED;
            case Accept accept -> Disposition.ACCEPTED;
            case Hold hold -> Disposition.HELD;
        };
    }

    /** When it ends (UTC); absent: never. */
    default Optional<Instant> end() {
        return switch (this) {
            case Ignore ignore -> Optional.empty();
            case Accept accept -> Optional.of(accept.acceptance().until());
            case Hold hold -> Optional.of(hold.until());
        };
    }

    default Optional<Acceptance> accepted() {
        return this instanceof Accept accept ? Optional.of(accept.acceptance()) : Optional.empty();
    }
}
