package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of one drift.
 *
 * @param severity as judged
 * @param rule the name of the rule that decided the disposition, or else the severity; absent: nobody decided anything
 * @param until when an acceptance or a hold ends (UTC)
 * @param why what a hold waits for, where no rule says so
 */
public record Judgement(
        Severity severity,
        Disposition disposition,
        Optional<String> rule,
        Optional<Instant> until,
        Optional<String> why) {
    /** Decided by a rule, or by nobody. */
    public Judgement(Severity severity, Disposition disposition, Optional<String> rule, Optional<Instant> until) {
        this(severity, disposition, rule, until, Optional.empty());
    }

    /** As the kind describes it: open, with the severity of its nature. */
    public static Judgement byNature(Drift drift) {
        return new Judgement(drift.severity(), Disposition.OPEN, Optional.empty(), Optional.empty());
    }
}
