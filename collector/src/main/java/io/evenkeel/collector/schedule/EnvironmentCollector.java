package io.evenkeel.collector.schedule;

import io.evenkeel.collector.probe.CatalogProbe;
import io.evenkeel.collector.probe.Verdict;
import io.evenkeel.collector.publish.FencedException;
import io.evenkeel.collector.publish.Publisher;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.collector.read.Refreshed;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;

/** Collects one environment: probes, reads, publishes, and tells the log when its state changes. */
public final class EnvironmentCollector implements Service {
    // longer than it takes until a group of collectors notices that one of them has stalled
    private static final long RETURN_AFTER = Duration.ofSeconds(15).toNanos();

    /** How long to leave the server alone after a reading of which so many objects had changed. */
    private interface Rest {
        void after(Reading.Complete complete, int changes);
    }

    private final CatalogReader reader;
    private final Publisher publisher;
    private final CatalogProbe probe;
    private final InstantSource clock;
    private final Pace pace;
    private final StateLog log;
    private final Loop loop;
    private final Bulkhead bulkhead;
    private final boolean returns;
    private volatile boolean started;
    private volatile boolean asked;
    private Optional<UnknownReason> failing = Optional.empty();
    private volatile Optional<String> fenced = Optional.empty();
    private long fencedAt;

    /**
     * @param databases of the same server that are watched, this one with them
     * @param bulkhead what all environments of this process share
     * @param returns whether to take the environment over again after another collector did, instead of leaving it
     * @param threads what its loop runs on
     */
    public EnvironmentCollector(
            Environment environment,
            Schedule schedule,
            int databases,
            CatalogReader reader,
            Publisher publisher,
            InstantSource clock,
            Bulkhead bulkhead,
            boolean returns,
            Thread.Builder threads) {
        this.bulkhead = bulkhead;
        this.returns = returns;
        this.reader = reader;
        this.publisher = publisher;
        this.probe = new CatalogProbe(reader::pulse);
        this.clock = clock;
        this.pace = new Pace(schedule, ThreadLocalRandom.current(), databases, System.nanoTime());
        this.log = new StateLog(environment);
        this.loop = new Loop("collector-" + environment, schedule.probe(), this::step, threads);
    }

    /** Has the environment read at once, and this done with what is read. For any thread. */
    public void ask(CollectorRequest.Action action) {
        publisher.ask(action);
        asked = true;
        loop.wake();
    }

    private void step() throws InterruptedException {
        if (fenced.isPresent() && !(returns && System.nanoTime() - fencedAt > RETURN_AFTER)) {
            return;
        }
        try {
            if (!publisher.isOpen()) {
                bulkhead.run(() -> publisher.open(clock.instant()));
                fenced = Optional.empty();
                failing = Optional.empty();
                // what stands on the topic now need not be what was published last
                pace.hurry(System.nanoTime());
            }
            if (asked) {
                asked = false;
                pace.hurry(System.nanoTime());
            }
            observe();
        } catch (FencedException taken) {
            fenced = Optional.ofNullable(taken.getMessage());
            fencedAt = System.nanoTime();
            log.fenced(taken, returns);
            reader.close();
            publisher.close();
        }
    }

    private void observe() throws FencedException, InterruptedException {
        long now = System.nanoTime();
        if (!pace.mayTry(now)) {
            beat(Optional.empty());
            return;
        }
        switch (probe.check()) {
            case Verdict.Lost lost -> failed(lost.failure());
            case Verdict.Doubt doubt -> readIf(pace.mayRead(now));
            case Verdict.Moved moved -> lookIf(pace.mayLook(now), true, now);
            // what was committed in one database shows in all of a server: the one with a sign need not wait behind
            // them
            case Verdict.Committed committed -> lookIf(pace.mayScan(now) && !bulkhead.isFull(), false, now);
            case Verdict.Unchanged unchanged -> {
                if (pace.fullReadingIsDue(now)) {
                    bulkhead.run(this::read);
                } else {
                    beat(Optional.of(clock.instant()));
                }
            }
        }
    }

    private void readIf(boolean allowed) throws FencedException, InterruptedException {
        if (allowed) {
            bulkhead.run(this::read);
        } else {
            beat(Optional.empty());
        }
    }

    private void lookIf(boolean allowed, boolean sign, long now) throws FencedException, InterruptedException {
        if (pace.fullReadingIsDue(now)) {
            readIf(pace.mayRead(now));
        } else if (allowed) {
            bulkhead.run(() -> look(sign));
        } else {
            beat(Optional.empty());
        }
    }

    private void look(boolean sign) throws FencedException {
        switch (reader.refresh()) {
            case Refreshed.Unmoved unmoved -> {
                probe.accept(unmoved.snapshot());
                pace.looked(unmoved.duration(), false, System.nanoTime());
                if (sign) {
                    pace.falseAlarm();
                }
                beat(Optional.of(clock.instant()));
            }
            case Refreshed.Read read ->
                take(
                        read.reading(),
                        (complete, changes) -> pace.looked(complete.duration(), changes > 0, System.nanoTime()));
        }
    }

    private void read() throws FencedException {
        take(reader.read(), (complete, changes) -> pace.read(complete.duration(), inPart(complete), System.nanoTime()));
    }

    private void take(Reading reading, Rest rest) throws FencedException {
        switch (reading) {
            case Reading.Failed failed -> failed(failed.failure());
            case Reading.Complete complete -> {
                Optional<Failure> stranger = publisher.stranger(complete.server(), clock.instant());
                if (stranger.isPresent()) {
                    reader.forget();
                    failed(stranger.get());
                } else {
                    rest.after(complete, publish(complete));
                    OldObjects.clear();
                }
            }
        }
    }

    private int publish(Reading.Complete complete) throws FencedException {
        long now = System.nanoTime();
        Publisher.Outcome outcome;
        try {
            outcome = publisher.publish(complete, pace.heartbeatIsDue(now), clock.instant());
        } catch (KafkaException failed) {
            // what could not be published has to be read again
            reader.forget();
            throw failed;
        }
        // what is not settled is looked at again, whatever the probe says
        probe.accept(complete.isSettled() ? complete.snapshot() : "");
        if (outcome.marked()) {
            pace.reported(now);
        }
        failing = Optional.empty();
        log.works(complete, outcome.changes());
        return outcome.changes();
    }

    private static boolean inPart(Reading.Complete complete) {
        return complete.unread().stream().anyMatch(unread -> unread.reason().mayPass());
    }

    private void beat(Optional<Instant> provenAt) throws FencedException {
        long now = System.nanoTime();
        if (pace.heartbeatIsDue(now)) {
            publisher.heartbeat(provenAt, clock.instant());
            pace.reported(now);
        }
    }

    private void failed(Failure failure) throws FencedException {
        long now = System.nanoTime();
        pace.failed(failure.reason(), now);
        log.failed(failure);
        if (pace.heartbeatIsDue(now) || !failing.equals(Optional.of(failure.reason()))) {
            publisher.fail(failure, clock.instant());
            pace.reported(now);
        }
        failing = Optional.of(failure.reason());
    }

    @Override
    public void start() {
        started = true;
        loop.start();
    }

    /** That another collector has taken the environment over. */
    public Optional<String> fenced() {
        return fenced;
    }

    /** Kafka's trouble, or that another collector has taken over; a server's trouble is in the markers. */
    @Override
    public Optional<String> trouble() {
        return fenced.or(loop::trouble);
    }

    @Override
    public void close() {
        if (started) {
            loop.close();
        }
        reader.close();
        publisher.close();
    }
}
