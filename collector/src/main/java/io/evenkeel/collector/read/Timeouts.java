package io.evenkeel.collector.read;

import java.time.Duration;

/**
 * How long the reading waits before it gives up.
 *
 * @param connect to a socket and through the login
 * @param statement for one kind; the server ends it
 */
public record Timeouts(Duration connect, Duration statement) {
    /** Longer than a statement may take: only it ends a wait for a server that has stopped. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));

    /** For the next byte. */
    Duration socket() {
        return statement.plus(statement.compareTo(SLACK) < 0 ? statement : SLACK);
    }

    /** For a whole answer, however slowly it comes. */
    Duration answer() {
        return socket().multipliedBy(2);
    }
}
