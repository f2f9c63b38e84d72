package io.evenkeel.alerter.notify.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what takes too long, however the other side spreads what it sends. */
public final class Deadline {
    private Deadline() {}

    /**
     * Does the task in a virtual thread: interrupting one closes the socket that it waits for.
     *
     * @throws SocketTimeoutException if it took longer
     */
    public static <T> T within(Duration limit, Callable<T> task) throws IOException, InterruptedException {
        FutureTask<T> running = new FutureTask<>(task);
        Thread.ofVirtual().name("request").start(running);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException("it took longer than " + limit.toMillis() + " ms");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException why) {
                throw why;
            }
            throw new IllegalStateException("the request failed for a reason of our own", failed.getCause());
        } finally {
            running.cancel(true);
        }
    }
}
