package io.evenkeel.alerter.report;

import io.evenkeel.alerter.rule.RuleDraft;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Accepted drift for people: who took it as it is, why, and until when. */
final class AcceptedTable {
    static final List<String> HEADER = List.of("object", "", "until", "owner", "reason");
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private AcceptedTable() {}

    static List<List<String>> rows(Report report) {
        return report.accepted().stream().map(finding -> row(report, finding)).toList();
    }

    private static List<String> row(Report report, Finding finding) {
        return List.of(
                finding.kind() + " " + Visible.name(finding.difference().key().identity()),
                report.where(finding.difference().change()),
                finding.ruling().judgement().until().map(AcceptedTable::minute).orElse(""),
                finding.ruling()
                        .acceptance()
                        .map(accepted -> Visible.text(accepted.owner()))
                        .orElse(""),
                finding.ruling()
                        .acceptance()
                        .map(accepted -> Visible.text(accepted.reason()))
                        .orElse(""));
    }

    /** Such as {@code 2027-01-31 18:00 UTC}. */
    static String minute(Instant at) {
        return RuleDraft.isUntilItChanges(at) ? "it changes" : MINUTES.format(at);
    }
}
