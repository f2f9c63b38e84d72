package io.evenkeel.runtime.lifecycle;

import java.util.Optional;

/** Something that runs until it is closed. */
public interface Service extends AutoCloseable {
    /** Starts the work and returns; what cannot start throws with a message for people. */
    void start();

    /** What keeps it from working now, in one sentence without secrets; empty: it works. */
    Optional<String> trouble();

    /** Stops cleanly, within seconds. Closing twice does nothing. */
    @Override
    void close();
}
