package io.evenkeel.alerter.rulebook;

import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.alerter.rule.Judgement;
import io.evenkeel.alerter.rule.Rule;
import io.evenkeel.alerter.rule.Ruling;
import io.evenkeel.contract.drift.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Judges by rules, and holds back for a while what a migration makes that is under way. */
public final class InFlight implements Judge {
    /** Catalogs and drifts come by different topics: for so long one may be there without the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Judge rules;
    private final Supplier<AuditView> view;
    private final Duration atMost;

    /**
     * @param view says what is known of migrations
     * @param atMost how long to wait for a migration; zero: not at all
     */
    public InFlight(Judge rules, Supplier<AuditView> view, Duration atMost) {
        this.rules = rules;
        this.view = view;
        this.atMost = atMost;
    }

    @Override
    public Judgement judge(Drift drift, Instant now) {
        return ruling(drift, now).judgement();
    }

    @Override
    public Ruling ruling(Drift drift, Instant now) {
        Ruling ruling = rules.ruling(drift, now);
        boolean young = now.isBefore(drift.changedAt().plus(atMost).plus(PATIENCE));
        if (!young || atMost.isZero() || ruling.judgement().disposition() != Disposition.OPEN) {
            return ruling;
        }
        AuditView known = view.get();
        Instant stored = drift.changedAt().plus(PATIENCE);
        if (now.isBefore(stored) && !known.holds(drift)) {
            return ruling.heldUntil(stored, "what else came with it is being stored");
        }
        return known.migrations()
                .wait(drift, atMost, now)
                .map(wait -> ruling.heldUntil(wait.until(), wait.why()))
                .orElse(ruling);
    }

    @Override
    public Optional<String> trouble() {
        return rules.trouble();
    }

    @Override
    public List<Rule> rules() {
        return rules.rules();
    }
}
