package io.evenkeel.collector.read;

import java.time.Duration;

/** What came of a look at what moved since the last reading. */
public sealed interface Refreshed {
    /**
     * Nothing moved: the last reading is still true.
     *
     * @param snapshot {@code pg_current_snapshot()} at that instant
     */
    record Unmoved(String snapshot, Duration duration) implements Refreshed {}

    /** Something did, or there was no last reading. */
    record Read(Reading reading) implements Refreshed {}
}
