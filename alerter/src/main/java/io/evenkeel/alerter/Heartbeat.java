package io.evenkeel.alerter;

import io.evenkeel.alerter.notify.HttpSender;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells a dead man's switch, as long as the whole way from the collectors to here is alive. Silence is the alarm: it also
 * comes when this process is gone.
 */
final class Heartbeat implements Service {
    private static final String WITHHELD = "withheld";

    private final HeartbeatSettings settings;
    private final HttpSender http;
    private final BooleanSupplier leads;
    private final Supplier<Optional<String>> stalled;
    private final Consumer<String> results;
    private final Loop loop;

    /** One that did not go out; the loop tells it once and tries again soon. */
    private static final class MissedException extends Exception {
        private static final long serialVersionUID = 1L;

        MissedException(String why) {
            super(why);
        }
    }

    /**
     * @param leads whether it is up to this one of several alerters
     * @param stalled what of the way is not alive; empty: all of it is
     * @param results told what came of each
     */
    Heartbeat(
            HeartbeatSettings settings,
            HttpSender http,
            BooleanSupplier leads,
            Supplier<Optional<String>> stalled,
            Consumer<String> results) {
        this.settings = settings;
        this.http = http;
        this.leads = leads;
        this.stalled = stalled;
        this.results = results;
        this.loop = new Loop("heartbeat", settings.interval(), this::beat);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble();
    }

    private void beat() throws MissedException {
        if (!leads.getAsBoolean()) {
            return;
        }
        Optional<String> why = stalled.get();
        if (why.isPresent()) {
            results.accept(WITHHELD);
            throw new MissedException("withheld: " + why.get());
        }
        Outcome outcome = http.post(settings.target(), Map.of(), new byte[0]);
        results.accept(outcome.word());
        switch (outcome) {
            case Outcome.Delivered delivered -> {}
            case Outcome.RetryLater later -> throw new MissedException(later.why());
            case Outcome.Refused refused -> throw new MissedException(refused.why());
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
