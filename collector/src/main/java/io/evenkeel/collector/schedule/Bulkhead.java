package io.evenkeel.collector.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets a few environments read and publish at once, first come, first served: what bounds memory and processor time for
 * any number of them. Whoever takes longer than the budget while others wait loses the place and goes on beside it, so that
 * slow and hung servers do not keep the others waiting; how many may do that is bounded too. Thread-safe.
 */
public final class Bulkhead {
    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final int SLOW_A_PLACE = 4;

    private final int places;
    private final int slowPlaces;
    private final long budget;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Visit> waiting = new ArrayDeque<>();
    private final Deque<Visit> inside = new ArrayDeque<>();
    private int slow;

    /** Work that needs a place. */
    public interface Work<E extends Exception> {
        void run() throws E, InterruptedException;
    }

    private static final class Visit {
        private long since;
    }

    public Bulkhead(int places) {
        this(places, BUDGET);
    }

    Bulkhead(int places, Duration budget) {
        this.places = places;
        this.slowPlaces = places * SLOW_A_PLACE;
        this.budget = budget.toNanos();
    }

    /** Does the work when its turn has come. */
    public <E extends Exception> void run(Work<E> work) throws E, InterruptedException {
        Visit visit = new Visit();
        enter(visit);
        try {
            work.run();
        } finally {
            leave(visit);
        }
    }

    /** Whether whoever comes now has to wait. */
    public boolean isFull() {
        lock.lock();
        try {
            return !waiting.isEmpty() || !hasRoom();
        } finally {
            lock.unlock();
        }
    }

    private void enter(Visit visit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting.add(visit);
            while (waiting.peek() != visit || !hasRoom()) {
                await();
            }
            waiting.remove();
            visit.since = System.nanoTime();
            inside.add(visit);
        } catch (InterruptedException stopped) {
            waiting.remove(visit);
            throw stopped;
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    private void await() throws InterruptedException {
        if (inside.isEmpty() || slow >= slowPlaces) {
            changed.await();
        } else {
            long left = inside.element().since + budget - System.nanoTime();
            changed.await(Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)), TimeUnit.NANOSECONDS);
        }
    }

    /** Makes room by sending the longest visitor aside, if its time is up. */
    private boolean hasRoom() {
        if (inside.size() < places) {
            return true;
        }
        if (slow >= slowPlaces || System.nanoTime() - inside.element().since < budget) {
            return false;
        }
        inside.remove();
        slow++;
        return true;
    }

    private void leave(Visit visit) {
        lock.lock();
        try {
            if (!inside.remove(visit)) {
                slow--;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
