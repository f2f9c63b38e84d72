package io.evenkeel.alerter.notify;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt to tell somebody. */
public sealed interface Outcome {
    /**
     * The receiver took it.
     *
     * @param reference the receiver's own name for what it made of it; the outbox gives it back with later messages
     */
    record Delivered(Optional<String> reference) implements Outcome {
        /** For receivers that give nothing a name. */
        public Delivered() {
            this(Optional.empty());
        }
    }

    /**
     * It may work later.
     *
     * @param why one sentence, without secrets
     * @param after how long the receiver wants to be left alone
     */
    record RetryLater(String why, Optional<Duration> after) implements Outcome {}

    /**
     * It will never work as it is.
     *
     * @param why one sentence, without secrets
     */
    record Refused(String why) implements Outcome {}

    /** The word in metrics and in the audit database. */
    default String word() {
        return switch (this) {
            case Delivered delivered -> "delivered";
            case RetryLater later -> "retry";
            case Refused refused -> "refused";
        };
    }
}
