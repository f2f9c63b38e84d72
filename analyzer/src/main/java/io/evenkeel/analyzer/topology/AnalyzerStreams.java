package io.evenkeel.analyzer.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A topology that runs, replaces threads that die, and stops cleanly. */
public final class AnalyzerStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyzerStreams.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);
    private static final Duration REMEMBER = Duration.ofMinutes(1);
    private static final int CACHE_BYTES = 4 * 1024 * 1024;
    private static final int BATCH_BYTES = 256 * 1024;

    private final KafkaStreams streams;
    private final InstantSource clock = InstantSource.system();
    private final AtomicReference<@Nullable Death> lastDeath = new AtomicReference<>();

    /** A thread that died, and when. */
    private record Death(Instant at, String why) {}

    /** Takes Kafka Streams' properties and adds what this topology needs where they say nothing of it. */
    public AnalyzerStreams(Topology topology, Properties properties) {
        Properties complete = new Properties();
        complete.putAll(properties);
        complete.put("producer.max.request.size", AnalyzerTopology.RECORD_LIMIT);
        // the first snapshot of a large catalog is one long transaction: fewer requests for its changelog
        complete.put("producer.batch.size", BATCH_BYTES);
        // the cache spares the changelog one record for each object of a transaction
        complete.put("statestore.cache.max.bytes", CACHE_BYTES);
        // a killed analyzer is replaced after 10 instead of 45 seconds
        complete.putIfAbsent("consumer.session.timeout.ms", 10_000);
        complete.putIfAbsent("consumer.heartbeat.interval.ms", 3_000);
        streams = new KafkaStreams(topology, complete);
        streams.setUncaughtExceptionHandler(this::replace);
    }

    /**
     * Nothing is ever skipped to go on: a record that could not be sent would be an event that nobody hears of. The
     * transaction is rolled back and a new thread tries again.
     */
    private StreamThreadExceptionResponse replace(Throwable cause) {
        Death before = lastDeath.getAndSet(new Death(clock.instant(), describe(cause)));
        if (before == null || !before.why.equals(describe(cause))) {
            LOG.error("A thread of the analyzer died and is replaced", cause);
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static String describe(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    public void start() {
        streams.start();
    }

    /** What keeps it from working now; a thread that died is told for a minute. */
    public Optional<String> trouble() {
        Death death = lastDeath.get();
        if (death != null && death.at.plus(REMEMBER).isAfter(clock.instant())) {
            return Optional.of("a thread of the analyzer died and was replaced: " + death.why);
        }
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.RUNNING
                ? Optional.empty()
                : Optional.of("the analyzer is " + state.name().toLowerCase(Locale.ROOT));
    }

    /** Leaves the group, so that a successor need not wait for the session to time out. */
    @Override
    public void close() {
        CloseOptions options = CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(STOP_WITHIN);
        if (!streams.close(options)) {
            LOG.warn(
                    "The analyzer did not stop within {}: the next start may wait for its session to end", STOP_WITHIN);
        }
    }
}
