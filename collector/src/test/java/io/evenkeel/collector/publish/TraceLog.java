package io.evenkeel.collector.publish;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Everything that collector, driver and Kafka clients log while it is open. */
final class TraceLog implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final List<Logger> loggers = List.of("io.evenkeel", "org.apache.kafka.clients").stream()
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();
    private final java.util.logging.Logger driver = java.util.logging.Logger.getLogger("org.postgresql");
    private final ToQueue appender = new ToQueue();
    private final Handler handler = new FromDriver();

    private final class ToQueue extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : event.getThrowableProxy().getMessage()));
        }
    }

    private final class FromDriver extends Handler {
        @Override
        public void publish(LogRecord message) {
            Object[] parameters = message.getParameters();
            lines.add(message.getMessage() + (parameters == null ? "" : Arrays.toString(parameters)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    TraceLog() {
        appender.setContext(loggers.getFirst().getLoggerContext());
        appender.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(appender);
        });
        driver.setLevel(java.util.logging.Level.ALL);
        driver.setUseParentHandlers(false);
        driver.addHandler(handler);
    }

    List<String> lines() {
        return List.copyOf(new ArrayDeque<>(lines));
    }

    @Override
    public void close() {
        driver.removeHandler(handler);
        driver.setUseParentHandlers(true);
        driver.setLevel(null);
        loggers.forEach(logger -> {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(null);
        });
        appender.stop();
    }
}
