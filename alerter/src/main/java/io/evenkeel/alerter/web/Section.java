package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Explained;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.VolumeTable;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a page shows of one comparison.
 *
 * @param groups worst first
 * @param accepted drift that somebody accepted until a date
 * @param found how many drifts the filter holds
 */
record Section(
        Comparison comparison,
        Report report,
        List<Group> groups,
        List<AcceptedRow> accepted,
        int found,
        VolumeTable volumes) {
    /** More rows than that help nobody: the filter and the API have the others, and the page says so. */
    private static final int MOST = 300;

    /**
     * The drifts of one kind and severity.
     *
     * @param advice once each
     */
    record Group(Severity severity, ObjectKind kind, String description, List<Advice> advice, List<DriftRow> rows) {
        boolean sole() {
            return advice.size() == 1;
        }
    }

    /** What to do about objects that differ in that way. */
    record Advice(String where, String text) {}

    private record Heading(Severity severity, ObjectKind kind) {}

    static Section of(Comparison comparison, Report report, Filter filter, Instant now) {
        List<Finding> found =
                report.drift().stream().filter(filter::holds).limit(MOST).toList();
        Map<Heading, List<Finding>> groups = new LinkedHashMap<>();
        found.forEach(finding -> groups.computeIfAbsent(heading(finding), heading -> new ArrayList<>())
                .add(finding));
        Map<ObjectKey, List<Finding>> made = Explained.byMigration(report);
        int all = (int) report.drift().stream().filter(filter::holds).count();
        return new Section(
                comparison,
                report,
                groups.entrySet().stream()
                        .map(entry -> group(report, entry.getKey(), entry.getValue(), made, now))
                        .toList(),
                report.accepted().stream()
                        .filter(filter::holds)
                        .limit(MOST)
                        .map(finding -> AcceptedRow.of(report, finding))
                        .toList(),
                all,
                VolumeTable.of(report));
    }

    private static Heading heading(Finding finding) {
        return new Heading(finding.severity(), finding.difference().key().kind());
    }

    private static Group group(
            Report report, Heading heading, List<Finding> findings, Map<ObjectKey, List<Finding>> made, Instant now) {
        return new Group(
                heading.severity(),
                heading.kind(),
                report.describe(heading.kind()).description(),
                advice(report, findings),
                findings.stream()
                        .map(finding -> DriftRow.of(
                                report,
                                finding,
                                made.getOrDefault(finding.difference().key(), List.of()),
                                now))
                        .toList());
    }

    private static List<Advice> advice(Report report, List<Finding> findings) {
        Map<String, SortedSet<String>> wheres = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> !finding.advice().isBlank())
                .forEach(finding -> wheres.computeIfAbsent(finding.advice(), text -> new TreeSet<>())
                        .add(report.where(finding.difference().change())));
        return wheres.entrySet().stream()
                .map(entry -> new Advice(String.join(", ", entry.getValue()), entry.getKey()))
                .toList();
    }

    /** How many drifts the page leaves out. */
    int left() {
        return Math.max(0, found - MOST);
    }

    String id() {
        return "c-" + comparison.baseline() + "--" + comparison.target();
    }
}
