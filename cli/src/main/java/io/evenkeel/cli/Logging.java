package io.evenkeel.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much is logged; always to stderr, see {@code logback.xml}. */
final class Logging {
    // held: a logger that nobody holds forgets its level
    private static final java.util.logging.Logger DRIVER = java.util.logging.Logger.getLogger("org.postgresql");

    private Logging() {}

    /** Leaves it to us to say what PostgreSQL's driver met: it would say it again at each attempt. */
    static void muteDriver() {
        DRIVER.setLevel(java.util.logging.Level.OFF);
    }

    /** Nothing but what people must know. */
    static void quiet() {
        level(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.ERROR);
        level("io.evenkeel", Level.WARN);
    }

    /** Everything of ours. */
    static void verbose() {
        level("io.evenkeel", Level.DEBUG);
    }

    private static void level(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
