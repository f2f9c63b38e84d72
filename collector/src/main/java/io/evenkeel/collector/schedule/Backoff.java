package io.evenkeel.collector.schedule;

import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;

/**
 * How long to leave a server alone after failures.
 *
 * @param first after the first one
 * @param longest after many
 */
record Backoff(Duration first, Duration longest) {
    private static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final Backoff BRIEF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));
    // each attempt costs what the server lacks, or may be counted against the role until it is locked
    private static final Backoff SPARING = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1));

    static Backoff after(UnknownReason reason) {
        return switch (reason) {
            case STARTING -> BRIEF;
            case AUTHENTICATION, PERMISSION, EXCESS_RIGHTS, OVERLOADED -> SPARING;
            case UNREACHABLE,
                    TIMEOUT,
                    CANCELLED,
                    LOCKED,
                    CONCURRENT_DDL,
                    ENCODING,
                    VERSION,
                    REDACTION_KEY,
                    NO_SNAPSHOT,
                    STALE,
                    WRONG_DATABASE,
                    UNVERIFIED,
                    EXCLUDED,
                    UNCOUNTED,
                    UNSEEN,
                    ERROR -> USUAL;
        };
    }
}
