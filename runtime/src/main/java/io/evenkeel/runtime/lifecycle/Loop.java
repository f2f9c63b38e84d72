package io.evenkeel.runtime.lifecycle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step at an interval until closed. A step that fails is tried again after a growing, jittered pause; the log
 * gets one line when the trouble changes and one when it is over.
 */
public final class Loop implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    /** One round of the work. */
    public interface Step {
        void run() throws Exception;
    }

    private final String name;
    private final Duration interval;
    private final Step step;
    private final BlockingQueue<Boolean> wakes = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable String trouble;

    /** On a thread of the system: where one waits often and does little, a virtual one is handed over ten times for each wait. */
    public Loop(String name, Duration interval, Step step) {
        this(name, interval, step, Thread.ofPlatform().daemon());
    }

    /**
     * @param threads what to run on, where there may be hundreds
     */
    public Loop(String name, Duration interval, Step step, Thread.Builder threads) {
        this.name = name;
        this.interval = interval;
        this.step = step;
        this.thread = threads.name(name).unstarted(this::repeat);
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Runs the next step now instead of at its time. */
    public void wake() {
        wakes.offer(true);
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void repeat() {
        int failures = 0;
        while (!closed) {
            try {
                step.run();
                failures = 0;
                recovered();
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception failed) {
                failures++;
                failed(failed);
            }
            if (!pause(failures)) {
                return;
            }
        }
    }

    private boolean pause(int failures) {
        try {
            wakes.poll(nanos(failures), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private long nanos(int failures) {
        if (failures == 0) {
            return interval.toNanos();
        }
        long grown =
                Math.min(LONGEST_PAUSE.toNanos(), Math.max(interval.toNanos(), 200_000_000L) << Math.min(failures, 7));
        return grown / 2 + ThreadLocalRandom.current().nextLong(grown / 2);
    }

    private void failed(Exception failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (!closed && !message.equals(trouble)) {
            LOG.warn("{}: {}", name, message);
            LOG.debug("{}", name, failure);
        }
        trouble = message;
    }

    private void recovered() {
        if (trouble != null) {
            LOG.info("{}: works again", name);
            trouble = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(STOP_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
