package io.evenkeel.cli;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.alerter.rule.RuleDraft;
import io.evenkeel.alerter.rule.Subject;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Difference;
import java.util.Map;

/** One drift of a report, and how it was judged there. */
record KnownDrift(Subject subject, Severity severity, Disposition disposition) {
    private static final int LONGEST = 100;

    private Difference difference() {
        return subject.difference();
    }

    /** Such as {@code production: table public.orders missing}, on one line. */
    String line() {
        return subject.comparison().target() + ": " + difference().key().kind() + " "
                + Visible.name(difference().key().identity()) + " "
                + difference().change().word();
    }

    /** What differs, on one line. */
    String what() {
        return Visible.line(Wording.of(difference()), LONGEST);
    }

    /** Such as {@code open, warning}. */
    String judged() {
        return disposition.word() + ", " + severity.word();
    }

    /** The name of a rule about nothing else. */
    String ruleName() {
        return RuleDraft.name(subject.comparison(), difference());
    }

    /** The conditions that match this drift in its present shape, and nothing else. */
    Map<String, String> match() {
        return RuleDraft.shape(subject.comparison(), difference());
    }
}
