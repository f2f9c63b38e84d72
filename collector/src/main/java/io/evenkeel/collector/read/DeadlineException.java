package io.evenkeel.collector.read;

import java.sql.SQLException;
import java.time.Duration;

/** The watchdog closed the connection: no limit of the server's or the socket's had ended the wait. */
final class DeadlineException extends SQLException {
    private static final long serialVersionUID = 1L;

    DeadlineException(Duration limit, SQLException cause) {
        super(
                "given up after " + limit.toSeconds() + " s, in which the answer did not come to its end",
                "08006",
                cause);
    }
}
