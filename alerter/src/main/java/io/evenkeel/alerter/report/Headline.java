package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Unknown;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one sentence that says how a comparison stands. */
final class Headline {
    private Headline() {}

    /** Such as {@code staging against production: drifted, 31 drifts (12 critical, 15 warning, 4 info)}. */
    public static String of(Report report) {
        return report.target().environment() + " against " + report.baseline().environment() + ": "
                + report.status().phrase() + details(report) + apart(report);
    }

    /** What the status rests on; it begins with a comma. */
    public static String details(Report report) {
        String drifts = report.drift().isEmpty() ? "" : ", " + drifts(report);
        return switch (report.status()) {
            case IN_SYNC -> ", " + report.target().objects() + " objects hold no drift";
            case DRIFTED ->
                drifts + (report.gaps().isEmpty() ? "" : ", " + report.gaps().size() + " parts unknown");
            case UNKNOWN -> ", " + why(report) + (drifts.isEmpty() ? "" : "; last known" + drifts.substring(1));
        };
    }

    /** What the rules take out of the count; empty, or it begins with a semicolon. */
    public static String apart(Report report) {
        String accepted =
                report.accepted().isEmpty() ? "" : "; " + report.accepted().size() + " accepted";
        String ignored =
                report.ignored().isEmpty() ? "" : "; " + report.ignored().size() + " ignored";
        return accepted + ignored;
    }

    private static String why(Report report) {
        List<Unknown> whole = report.unknown().stream()
                .filter(unknown -> unknown.kind().isEmpty())
                .toList();
        if (!whole.isEmpty()) {
            return whole.stream()
                    .map(unknown ->
                            unknown.environment() + " " + unknown.reason().word())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
        return report.gaps().isEmpty()
                ? "the counts do not add up"
                : report.gaps().size() + " parts could not be measured";
    }

    /** Such as {@code 31 drifts (12 critical, 15 warning, 4 info)}. */
    public static String drifts(Report report) {
        int all = report.drift().size();
        String bySeverity = Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                .filter(severity -> report.count(severity) > 0)
                .map(severity -> report.count(severity) + " " + severity.word())
                .collect(Collectors.joining(", "));
        return all == 0 ? "no drift" : all + (all == 1 ? " drift (" : " drifts (") + bySeverity + ")";
    }
}
