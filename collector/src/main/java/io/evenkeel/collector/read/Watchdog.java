package io.evenkeel.collector.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection whose answer takes too long as a whole. A socket's time limit starts again with every byte, and the
 * server's own does not count while it sends or stands still.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Connection connection;
    private final Duration limit;
    private final Future<?> alarm;
    private volatile boolean closed;

    private Watchdog(Connection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
        // closing may itself wait for a network that takes nothing
        this.alarm = CLOCK.schedule(() -> Thread.startVirtualThread(this::end), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    static Watchdog over(Connection connection, Duration limit) {
        return new Watchdog(connection, limit);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("watchdog").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private void end() {
        closed = true;
        try {
            connection.abort(Runnable::run);
        } catch (SQLException broken) {
            LOG.debug("a connection whose time was up was broken already", broken);
        }
    }

    /** What to tell of a fault: that the watchdog was its cause, if so. */
    SQLException explained(SQLException fault) {
        return closed ? new DeadlineException(limit, fault) : fault;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
