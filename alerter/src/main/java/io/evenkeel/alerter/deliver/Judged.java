package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.rule.Acceptance;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.alerter.rule.Judgement;
import io.evenkeel.alerter.rule.RuleDraft;
import io.evenkeel.alerter.rule.Ruling;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A drift, with the severity that people gave it, and what else they decided. */
record Judged(Drift drift, Judgement judgement, Optional<Acceptance> acceptance) {
    static Judged of(Drift drift, Judge judge, Instant now) {
        Ruling ruling = judge.ruling(drift, now);
        return new Judged(with(drift, ruling.judgement().severity()), ruling.judgement(), ruling.acceptance());
    }

    static Drift with(Drift drift, Severity severity) {
        return severity == drift.severity() ? drift : drift.judged(severity, drift.advice());
    }

    /** The same, with what is to be said about it in place of advice. */
    static Drift saying(Drift drift, String sentence) {
        return drift.judged(drift.severity(), sentence);
    }

    /** Who put an end to it, for people. */
    String sentence() {
        if (acceptance.isPresent()) {
            Acceptance by = acceptance.get();
            return "Accepted by %s until %s: %s"
                    .formatted(
                            by.owner(),
                            RuleDraft.isUntilItChanges(by.until()) ? "it changes" : by.until(),
                            by.reason());
        }
        String word = judgement.disposition().word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1)
                + judgement.rule().map(rule -> " by the rule " + rule).orElse("")
                + judgement.until().map(until -> " until " + until).orElse("")
                + ".";
    }
}
