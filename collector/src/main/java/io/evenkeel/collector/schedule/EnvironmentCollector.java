package io.evenkeel.collector.schedule;

import io.evenkeel.collector.probe.ChangeProbe;
import io.evenkeel.collector.probe.SnapshotProbe;
import io.evenkeel.collector.probe.Verdict;
import io.evenkeel.collector.publish.FencedException;
import io.evenkeel.collector.publish.Publisher;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Collects one environment: probes, reads, publishes, and tells the log when its state changes. */
public final class EnvironmentCollector implements Service {
    private final CatalogReader reader;
    private final Publisher publisher;
    private final ChangeProbe probe;
    private final InstantSource clock;
    private final Pace pace;
    private final StateLog log;
    private final Loop loop;
    private volatile boolean started;
    private Optional<UnknownReason> failing = Optional.empty();
    private volatile Optional<String> fenced = Optional.empty();

    public EnvironmentCollector(
            Environment environment,
            Schedule schedule,
            CatalogReader reader,
            Publisher publisher,
            InstantSource clock) {
        this.reader = reader;
        this.publisher = publisher;
        this.probe = new SnapshotProbe(reader::pulse);
        this.clock = clock;
        this.pace = new Pace(schedule, ThreadLocalRandom.current(), System.nanoTime());
        this.log = new StateLog(environment);
        this.loop = new Loop("collector-" + environment, schedule.probe(), this::step);
    }

    private void step() {
        if (fenced.isPresent()) {
            return;
        }
        try {
            publisher.open(clock.instant());
            observe();
        } catch (FencedException taken) {
            fenced = Optional.ofNullable(taken.getMessage());
            log.fenced(taken);
            reader.close();
            publisher.close();
        }
    }

    private void observe() throws FencedException {
        long now = System.nanoTime();
        if (!pace.mayTry(now)) {
            beat(Optional.empty());
            return;
        }
        switch (probe.check()) {
            case Verdict.Lost lost -> failed(lost.failure());
            case Verdict.Changed changed -> {
                if (pace.mayRead(now)) {
                    read();
                } else {
                    beat(Optional.empty());
                }
            }
            case Verdict.Unchanged unchanged -> {
                if (pace.fullReadingIsDue(now)) {
                    read();
                } else {
                    beat(Optional.of(clock.instant()));
                }
            }
        }
    }

    private void read() throws FencedException {
        switch (reader.read()) {
            case Reading.Failed failed -> failed(failed.failure());
            case Reading.Complete complete -> {
                long now = System.nanoTime();
                boolean due = pace.heartbeatIsDue(now);
                Publisher.Outcome outcome = publisher.publish(complete, due, clock.instant());
                // only now: what could not be published has to be read again
                probe.accept(complete);
                pace.read(complete.duration(), now);
                if (outcome.marked()) {
                    pace.reported(now);
                }
                failing = Optional.empty();
                log.works(complete, outcome.changes());
            }
        }
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
        pace.failed(now);
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
