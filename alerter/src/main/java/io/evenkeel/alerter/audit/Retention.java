package io.evenkeel.alerter.audit;

import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Keeps the audit trail as long as the settings want, and no longer. */
public final class Retention implements Service {
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final Loop loop;

    public Retention(AuditDatabase database, Duration retention, Clock clock) {
        Pruner pruner = new Pruner(database, clock);
        this.loop = new Loop("audit retention", INTERVAL, () -> pruner.prune(retention));
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble();
    }

    @Override
    public void close() {
        loop.close();
    }
}
