package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;

/**
 * One accepted drift.
 *
 * @param where such as {@code missing in production}
 * @param until when it comes back
 */
record AcceptedRow(String kind, String name, String where, String what, String until, String owner, String reason) {
    private static final int LONGEST = 240;

    static AcceptedRow of(Report report, Finding finding) {
        return new AcceptedRow(
                finding.difference().key().kind().name().replace('_', ' '),
                Visible.name(finding.difference().key().identity()),
                report.where(finding.difference().change()),
                Visible.line(Wording.of(finding.difference()), LONGEST),
                finding.ruling().judgement().until().map(RuleItem::end).orElse(""),
                finding.ruling()
                        .acceptance()
                        .map(accepted -> Visible.text(accepted.owner()))
                        .orElse(""),
                finding.ruling()
                        .acceptance()
                        .map(accepted -> Visible.text(accepted.reason()))
                        .orElse(""));
    }
}
