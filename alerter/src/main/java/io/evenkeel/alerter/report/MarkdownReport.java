package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for a wiki page or a pull request. */
public final class MarkdownReport {
    private static final int DETAIL = 240;

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    /** Markdown as GitHub reads it, ending in a line break; names cannot become markup. */
    public static String render(Report report) {
        MarkdownReport markdown = new MarkdownReport(report);
        markdown.lines.add("# " + escape(Headline.of(report)));
        markdown.sides();
        for (Severity severity : List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)) {
            markdown.drifts(severity);
        }
        markdown.causes();
        markdown.origins();
        markdown.accepted();
        markdown.reconciliation();
        markdown.volumes();
        markdown.unknown();
        return String.join("\n", markdown.lines) + "\n";
    }

    /** Escapes what could be markup, and spells out what does not show itself. */
    static String escape(String raw) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Visible.text(raw).toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;");
                case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '#', '!', '|', '~' ->
                    escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString().replace("://", ":&#47;&#47;").replace("www.", "www&#46;");
    }

    private void sides() {
        table("", "environment", "server", "database name", "objects", "read");
        side("baseline", report.baseline());
        side("target", report.target());
    }

    private void side(String role, Side side) {
        row(
                role,
                side.environment().name(),
                side.server().orElse("?"),
                side.database().orElse("?"),
                String.valueOf(side.objects()),
                side.readAt().map(String::valueOf).orElse("never"));
    }

    private void drifts(Severity severity) {
        Map<ObjectKind, List<Finding>> byKind = report.byKind(severity);
        if (byKind.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("## " + severity.word() + ": " + report.count(severity));
        byKind.forEach((kind, findings) -> {
            lines.add("");
            lines.add("### " + escape(kind.name()) + ": " + findings.size());
            findings.stream()
                    .map(Finding::advice)
                    .filter(advice -> !advice.isBlank())
                    .distinct()
                    .forEach(advice -> lines.add("\n" + escape(advice)));
            table("object", "", "what differs");
            findings.forEach(finding -> row(
                    Visible.name(finding.difference().key().identity()),
                    report.where(finding.difference().change()),
                    Visible.line(Wording.of(finding), DETAIL)));
        });
    }

    private void causes() {
        List<List<String>> rows = Explained.rows(report);
        if (!rows.isEmpty()) {
            lines.add("\n## Root causes");
            table("migration", "", "", "drift");
            rows.forEach(row -> row(row.toArray(String[]::new)));
        }
    }

    private void origins() {
        List<List<String>> rows = Origins.rows(report);
        if (!rows.isEmpty()) {
            lines.add("\n## Changes: " + Origins.TITLE);
            table("change", "drift");
            rows.forEach(row -> row(row.toArray(String[]::new)));
        }
    }

    private void accepted() {
        if (report.accepted().isEmpty()) {
            return;
        }
        lines.add("\n## Accepted: " + report.accepted().size());
        table(AcceptedTable.HEADER.toArray(String[]::new));
        AcceptedTable.rows(report).forEach(row -> row(row.toArray(String[]::new)));
    }

    private void reconciliation() {
        if (report.counts().isEmpty()) {
            return;
        }
        lines.add("\n## Reconciliation");
        table(
                "kind",
                report.baseline().environment().name(),
                "- missing",
                "+ unexpected",
                "= " + report.target().environment(),
                "different",
                "folded",
                "");
        for (KindCount count : report.counts()) {
            List<String> cells = new ArrayList<>(List.of(count.kind().name()));
            Stream.of(
                            count.baseline(),
                            count.missing(),
                            count.unexpected(),
                            count.target(),
                            count.different(),
                            count.folded())
                    .map(String::valueOf)
                    .forEach(cells::add);
            cells.add(count.addsUp() ? "" : "does not add up");
            row(cells.toArray(String[]::new));
        }
    }

    private void volumes() {
        VolumeTable volumes = VolumeTable.of(report);
        if (volumes.rows().isEmpty()) {
            return;
        }
        lines.add("\n## Volumes beside the drift");
        table(volumes.header().toArray(String[]::new));
        volumes.rows().forEach(row -> row(row.toArray(String[]::new)));
    }

    private void unknown() {
        parts("Unknown: could not be measured", report.gaps());
        parts("Left out by settings, or not shown to the role", report.leftOut());
    }

    private void parts(String title, List<Unknown> parts) {
        if (parts.isEmpty()) {
            return;
        }
        lines.add("\n## " + title);
        table("environment", "kind", "reason", "detail");
        for (Unknown unknown : parts) {
            row(
                    unknown.environment().name(),
                    unknown.kind().map(ObjectKind::name).orElse("everything"),
                    unknown.reason().word(),
                    unknown.sentence());
        }
    }

    private void table(String... header) {
        lines.add("");
        row(header);
        lines.add("|" + " --- |".repeat(header.length));
    }

    private void row(String... cells) {
        lines.add(Stream.of(cells).map(MarkdownReport::escape).collect(Collectors.joining(" | ", "| ", " |")));
    }
}
