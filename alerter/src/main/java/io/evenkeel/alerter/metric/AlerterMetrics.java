package io.evenkeel.alerter.metric;

import io.evenkeel.alerter.audit.Applied;
import io.evenkeel.alerter.deliver.DeliveryListener;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.SnapshotRef;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.runtime.http.Meters;
import io.evenkeel.runtime.lifecycle.Build;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.prometheus.metrics.core.metrics.Info;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;

/** All metrics of the alerter: the board's at each scrape, and counters of what happens. Thread-safe. */
public final class AlerterMetrics implements DeliveryListener {
    private static final Duration[] COLLECT = seconds(0.1, 0.5, 1, 5, 10, 30, 60);
    private static final Duration[] ANALYZE = seconds(0.001, 0.01, 0.1, 1, 10, 60);
    private static final Duration[] DELAY = seconds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300);
    private static final String OK = "ok";
    /** Of the hundreds of measurements that Kafka's client makes. */
    private static final Map<String, String> CONSUMER_GAUGES =
            Map.of("records-lag-max", "Records: how far the reading is behind, in the partition where it is furthest");

    private static final Map<String, String> CONSUMER_COUNTERS = Map.of(
            "records-consumed-total", "Records that were read from the topics",
            "bytes-consumed-total", "Bytes that were read from the topics",
            "failed-authentication-total", "Connections that a broker refused by authentication");

    private final MeterRegistry registry;
    private final Clock clock;
    private final BoardCollector boards;
    private final Map<Environment, Duration> lastDuration = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    /**
     * @param board how everything stands now; asked at each scrape
     * @param objectSeries of how many drifts the object is named
     */
    public AlerterMetrics(Meters meters, Supplier<Board> board, int objectSeries, Build build, Clock clock) {
        this.registry = meters.registry();
        this.clock = clock;
        this.boards = new BoardCollector(board, objectSeries);
        meters.prometheus().register(boards);
        Info.builder()
                .name("evenkeel_build_info")
                .help("Which Evenkeel this is; 1")
                .labelNames("version", "revision", "java")
                .register(meters.prometheus())
                .addLabelValues(
                        build.version(), build.revision(), Runtime.version().toString());
    }

    /** Makes the metrics of a board before somebody asks for them. */
    public void prepare(Board board) {
        boards.prepare(board);
    }

    private static Duration[] seconds(double... bounds) {
        return DoubleStream.of(bounds)
                .mapToObj(bound -> Duration.ofMillis(Math.round(bound * 1000)))
                .toArray(Duration[]::new);
    }

    /** Makes every counter that can be foreseen, at zero: a series that appears with its first event hides it. */
    public void foresee(
            Collection<Environment> environments, Collection<ObjectKind> kinds, Iterable<String> receivers) {
        for (Environment each : environments) {
            collected(each, OK);
            collectDuration(each);
            for (ObjectKind kind : kinds) {
                for (DriftEvent.Type type : DriftEvent.Type.values()) {
                    event(each, kind, type);
                }
            }
        }
        for (String receiver : receivers) {
            notified(receiver, "delivered");
            notified(receiver, "retry");
            notified(receiver, "refused");
        }
        pipelineDelay();
        analyzeDuration();
    }

    /** Counts what a batch brought. */
    public void applied(Applied applied) {
        Instant now = clock.instant();
        Timer delay = pipelineDelay();
        for (DriftEvent event : applied.events()) {
            event(
                            event.drift().comparison().target(),
                            event.drift().difference().key().kind(),
                            event.type())
                    .increment();
            if (event.type() != DriftEvent.Type.RESOLVED) {
                delay.record(positive(Duration.between(newest(event), now)));
            }
        }
        applied.evaluations().forEach(took -> analyzeDuration().record(took));
        // every reading puts one marker into each partition: the first stands for all
        applied.markers().stream()
                .filter(marker -> marker.slice().partition() == 0)
                .forEach(this::collected);
    }

    private void collected(SnapshotMarker marker) {
        collected(
                        marker.environment(),
                        marker.failure()
                                .map(Failure::reason)
                                .map(UnknownReason::word)
                                .orElse(OK))
                .increment();
        Duration took = marker.readDuration();
        if (marker.failure().isEmpty() && !took.equals(lastDuration.put(marker.environment(), took))) {
            collectDuration(marker.environment()).record(took);
        }
    }

    private static Instant newest(DriftEvent event) {
        SnapshotRef baseline = event.drift().baseline();
        SnapshotRef target = event.drift().target();
        return baseline.readAt().isAfter(target.readAt()) ? baseline.readAt() : target.readAt();
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /**
     * Shows how far the audit trail is behind, and how far it may be.
     *
     * @param kept how long the events topic keeps events; empty: for ever
     */
    public void backlog(Supplier<Duration> lag, Supplier<Optional<Duration>> kept) {
        Gauge.builder("evenkeel.audit.lag", () -> seconds(lag.get()))
                .description("The age of the oldest event that the audit trail does not have yet; 0: it has all")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "evenkeel.audit.topic.retention",
                        () -> kept.get().map(AlerterMetrics::seconds).orElse(Double.POSITIVE_INFINITY))
                .description("How long the events topic keeps an event")
                .baseUnit("seconds")
                .register(registry);
    }

    /**
     * Shows what readers of committed records cannot see.
     *
     * @param records how many there are behind the oldest open transaction of a topic
     */
    public void uncommitted(Iterable<String> topics, ToLongFunction<String> records) {
        for (String topic : topics) {
            Gauge.builder("evenkeel.kafka.lso.lag.records", topic, records::applyAsLong)
                    .description(
                            "Records behind the oldest open transaction of the topic, which nobody may read yet: for"
                                    + " moments only, unless a transaction hangs")
                    .tag(Tag.TOPIC, topic)
                    .register(registry);
        }
    }

    /**
     * Shows how the reading of the topics goes, under the names that Kafka's clients have for it.
     *
     * @param measured what the consumer measures by that name; 0 while there is none
     */
    public void consumer(ToDoubleFunction<String> measured) {
        CONSUMER_GAUGES.forEach(
                (name, meaning) -> Gauge.builder("kafka.consumer." + name.replace('-', '.'), name, measured)
                        .description(meaning)
                        .register(registry));
        CONSUMER_COUNTERS.forEach(
                (name, meaning) -> FunctionCounter.builder("kafka.consumer." + name.replace('-', '.'), name, measured)
                        .description(meaning)
                        .register(registry));
    }

    /** Shows whether the whole way from the collectors to here is alive. */
    public void pipeline(BooleanSupplier alive) {
        Gauge.builder("evenkeel.pipeline.alive", () -> alive.getAsBoolean() ? 1 : 0)
                .description(
                        "Whether the heartbeats of all collectors come through the analyzer in time, and the alerter works: 1, else 0")
                .register(registry);
        heartbeat("delivered");
        heartbeat("retry");
        heartbeat("refused");
        heartbeat("withheld");
    }

    /** Counts what came of telling the dead man's switch. */
    public void beaten(String result) {
        heartbeat(result).increment();
    }

    private Counter heartbeat(String result) {
        return Counter.builder("evenkeel.heartbeats")
                .description(
                        "Attempts to tell the dead man's switch, by result: delivered, retry, refused, or withheld because the"
                                + " pipeline is not alive")
                .tag(Tag.RESULT, result)
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @Override
    public void attempted(String receiver, Outcome outcome, int events) {
        notified(receiver, outcome.word()).increment();
    }

    @Override
    public void queued(String receiver, long pending, long dead) {
        gauge("evenkeel.notification.queue", "Events that wait to be told", receiver)
                .set(pending);
        gauge("evenkeel.notification.dead.letters", "Events that could not be told and were given up", receiver)
                .set(dead);
    }

    private AtomicLong gauge(String name, String description, String receiver) {
        return gauges.computeIfAbsent(name + " " + receiver, key -> {
            AtomicLong value = new AtomicLong();
            Gauge.builder(name, value, AtomicLong::get)
                    .description(description)
                    .tag(Tag.CHANNEL, receiver)
                    .register(registry);
            return value;
        });
    }

    private Counter event(Environment environment, ObjectKind kind, DriftEvent.Type type) {
        return Counter.builder("evenkeel.drift.events")
                .description("What happened to drifts: opened, changed or resolved")
                .tag(Tag.ENVIRONMENT, environment.name())
                .tag(Tag.KIND, kind.name())
                .tag(Tag.EVENT, type.word())
                .register(registry);
    }

    private Counter collected(Environment environment, String result) {
        return Counter.builder("evenkeel.collect")
                .description("Reports of collectors on their readings, by result: ok, or why the reading failed")
                .tag(Tag.ENVIRONMENT, environment.name())
                .tag(Tag.RESULT, result)
                .register(registry);
    }

    private Counter notified(String receiver, String result) {
        return Counter.builder("evenkeel.notifications")
                .description("Attempts to tell a receiver, by result: delivered, retry or refused")
                .tag(Tag.CHANNEL, receiver)
                .tag(Tag.RESULT, result)
                .register(registry);
    }

    private Timer collectDuration(Environment environment) {
        return Timer.builder("evenkeel.collect.duration")
                .description("How long full readings of the catalog took")
                .tag(Tag.ENVIRONMENT, environment.name())
                .serviceLevelObjectives(COLLECT)
                .register(registry);
    }

    private Timer analyzeDuration() {
        return Timer.builder("evenkeel.analyze.duration")
                .description("How long the analyzer compared what had moved in one partition of a comparison")
                .serviceLevelObjectives(ANALYZE)
                .register(registry);
    }

    private Timer pipelineDelay() {
        return Timer.builder("evenkeel.pipeline.delay")
                .description("From the reading that shows a drift to its event in the audit database")
                .serviceLevelObjectives(DELAY)
                .register(registry);
    }
}
