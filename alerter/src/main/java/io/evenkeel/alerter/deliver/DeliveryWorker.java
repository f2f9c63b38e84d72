package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.audit.Leadership;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.RemindingNotifier;
import io.evenkeel.alerter.notify.Standing;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what one receiver is to be told, at least once and in order, and gives up after a day. */
public final class DeliveryWorker implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final String receiver;
    private final Notifier notifier;
    private final Outbox outbox;
    private final Leadership leadership;
    private final Supplier<AuditView> view;
    private final Supplier<Judge> judge;
    private final DeliveryListener listener;
    private final Clock clock;
    private final Loop loop;
    private OptionalLong remindedAt = OptionalLong.empty();
    private String lastTrouble = "";

    /**
     * @param view what is open now, for receivers that have to be reminded
     * @param judge the rules as they are now
     */
    public DeliveryWorker(
            Receiver receiver,
            AuditDatabase database,
            Leadership leadership,
            Supplier<AuditView> view,
            Supplier<Judge> judge,
            NotifierContext context,
            DeliveryListener listener) {
        this.receiver = receiver.name();
        this.notifier = receiver.notifier().create(context);
        this.outbox = new Outbox(database, receiver.name());
        this.leadership = leadership;
        this.view = view;
        this.judge = judge;
        this.listener = listener;
        this.clock = context.clock();
        this.loop = new Loop("delivery to " + receiver.name(), INTERVAL, this::step);
    }

    @Override
    public void start() {
        listener.queued(receiver, outbox.pending(), outbox.dead());
        loop.start();
    }

    /** There may be something to send. */
    public void wake() {
        loop.wake();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble();
    }

    @Override
    public void close() {
        loop.close();
    }

    void step() {
        Optional<Claim> claim = outbox.claim(clock.instant());
        while (claim.isPresent()) {
            attempt(claim.get());
            listener.queued(receiver, outbox.pending(), outbox.dead());
            claim = outbox.claim(clock.instant());
        }
        if (notifier instanceof RemindingNotifier reminding && leadership.term().isPresent()) {
            remind(reminding);
        }
    }

    private void attempt(Claim claim) {
        Outcome outcome = notifier.send(claim.message());
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.Delivered delivered -> outbox.delivered(claim.message(), delivered.reference(), now);
            case Outcome.RetryLater later -> retry(claim, later, now);
            case Outcome.Refused refused -> outbox.dead(claim.message(), now, refused.why());
        }
        listener.attempted(receiver, outcome, claim.steps());
        log(outcome);
    }

    private void retry(Claim claim, Outcome.RetryLater later, Instant now) {
        Optional<Instant> due = Backoff.next(
                claim.createdAt(),
                now,
                claim.attempts(),
                later.after(),
                ThreadLocalRandom.current().nextDouble());
        if (due.isPresent()) {
            outbox.postpone(claim.message(), due.get(), later.why());
        } else {
            outbox.dead(
                    claim.message(), now, "given up after " + Backoff.GIVE_UP_AFTER.toHours() + " h: " + later.why());
        }
    }

    private void remind(RemindingNotifier reminding) {
        // reminders keep alerts alive: a clock that is set back must hold none up
        long passed = System.nanoTime();
        if (remindedAt.stream()
                .anyMatch(at -> passed - at < reminding.interval().toNanos())) {
            return;
        }
        remindedAt = OptionalLong.of(passed);
        Instant now = clock.instant();
        Set<String> told = outbox.told();
        List<Drift> open = view.get().drifts().stream()
                .filter(drift -> told.contains(drift.id()))
                .map(drift -> Judged.of(drift, judge.get(), now).drift())
                .toList();
        List<DriftEvent> ended = outbox.endedSince(now.minus(reminding.resolvedFor()));
        Outcome outcome = reminding.remind(new Standing(open, ended));
        listener.attempted(receiver, outcome, 0);
        log(outcome);
    }

    /** One line when the trouble changes, one when it is over. */
    private void log(Outcome outcome) {
        String trouble = switch (outcome) {
            case Outcome.Delivered delivered -> "";
            case Outcome.RetryLater later -> later.why();
            case Outcome.Refused refused -> refused.why();
        };
        if (!trouble.equals(lastTrouble)) {
            if (trouble.isEmpty()) {
                LOG.info("receiver {}: works again", receiver);
            } else {
                LOG.warn("receiver {}: {}", receiver, trouble);
            }
            lastTrouble = trouble;
        }
    }
}
