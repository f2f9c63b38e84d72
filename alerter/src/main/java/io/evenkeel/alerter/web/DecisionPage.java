package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.drift.Comparison;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page on which a person decides about one drift.
 *
 * @param link of the page itself
 * @param what how it differs, on one line
 * @param filled what was filled in before; the token never is
 * @param problem why that cannot be taken
 */
record DecisionPage(String link, String where, String object, String what, Form filled, Optional<String> problem) {
    private static final int LONGEST = 400;

    static DecisionPage of(
            Comparison comparison, Report report, Finding finding, Form filled, Optional<String> problem) {
        return new DecisionPage(
                link(finding.episode().orElse("")),
                comparison.target() + " against " + comparison.baseline() + ": "
                        + report.where(finding.difference().change()),
                finding.difference().key().kind().name().replace('_', ' ') + " "
                        + Visible.name(finding.difference().key().identity()),
                Visible.line(Wording.of(finding.difference()), LONGEST),
                filled,
                problem);
    }

    /** @param episode names the drift */
    static String link(String episode) {
        return "/decide?drift=" + URLEncoder.encode(episode, StandardCharsets.UTF_8);
    }

    boolean chosen(Decision decision) {
        return filled.decision().equals(decision.name());
    }
}
