package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Unknown;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A report for a terminal. */
public final class TextReport {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final int WIDTH = 160;
    private static final int NAME = 56;
    private static final int VOLUMES = 60;

    private final Ink ink;
    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Report report, boolean colour) {
        this.ink = new Ink(colour);
        this.report = report;
    }

    /** Plain text, with colours only if asked for, ending in a line break. */
    public static String render(Report report, boolean colour) {
        TextReport text = new TextReport(report, colour);
        text.headline();
        text.sides();
        for (Severity severity : List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)) {
            text.drifts(severity);
        }
        text.causes();
        text.origins();
        text.accepted();
        text.reconciliation();
        text.volumes();
        text.unknown();
        return String.join("\n", text.lines) + "\n";
    }

    private void headline() {
        lines.add(ink.status(report.status(), Headline.of(report)));
    }

    private void sides() {
        lines.add("");
        Grid grid = new Grid("llllrl", NAME);
        grid.row("", "environment", "server", "database name", "objects", "read");
        grid.row(side("baseline", report.baseline()));
        grid.row(side("target", report.target()));
        List<String> rows = grid.lines();
        lines.add("  " + ink.quiet(rows.getFirst()));
        rows.stream().skip(1).forEach(row -> lines.add("  " + row));
    }

    private static String[] side(String role, Side side) {
        return new String[] {
            role,
            side.environment().name(),
            side.server().map(Visible::text).orElse("?"),
            side.database().map(Visible::text).orElse("?"),
            String.valueOf(side.objects()),
            side.readAt().map(at -> read(side, at)).orElse("never")
        };
    }

    private static String read(Side side, Instant at) {
        String duration = side.readDuration()
                .map(took -> " in %.1f s".formatted(took.toMillis() / 1000.0))
                .orElse("");
        String consistency = side.consistency()
                .map(claim -> ", " + claim.word().replace('_', ' '))
                .orElse("");
        return SECONDS.format(at) + duration + consistency;
    }

    private void drifts(Severity severity) {
        Map<ObjectKind, List<Finding>> byKind = report.byKind(severity);
        if (byKind.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(ink.severity(severity, severity.word().toUpperCase(Locale.ROOT) + " " + report.count(severity)));
        List<String> rows = rows(byKind.values());
        byKind.forEach((kind, findings) -> {
            kind(kind, severity, findings, rows.subList(0, findings.size()));
            rows.subList(0, findings.size()).clear();
        });
    }

    /** The lines of all findings, aligned over the kinds. */
    private List<String> rows(Collection<List<Finding>> groups) {
        Grid grid = new Grid("llll", NAME);
        groups.stream()
                .flatMap(List::stream)
                .forEach(finding -> grid.row(
                        sign(finding.difference().change()),
                        Visible.name(finding.difference().key().identity()),
                        report.where(finding.difference().change()),
                        Wording.of(finding)));
        return new ArrayList<>(grid.lines());
    }

    private void kind(ObjectKind kind, Severity severity, List<Finding> findings, List<String> rows) {
        lines.add("  " + ink.strong(kind.name()) + " " + findings.size());
        rows.forEach(line -> lines.add("    " + row(severity, line)));
        findings.stream()
                .map(Finding::advice)
                .filter(advice -> !advice.isBlank())
                .distinct()
                .forEach(advice -> lines.add("    " + ink.quiet("advice: " + Visible.text(advice))));
    }

    /** Cuts to the width; only the sign is coloured, so that cutting cannot cut a colour's end. */
    private String row(Severity severity, String line) {
        String cut = Visible.line(line, WIDTH);
        return ink.severity(severity, cut.substring(0, 1)) + cut.substring(1);
    }

    private static String sign(Change change) {
        return switch (change) {
            case MISSING -> "-";
            case UNEXPECTED -> "+";
            case DIFFERENT -> "~";
        };
    }

    private void causes() {
        List<List<String>> rows = Explained.rows(report);
        if (!rows.isEmpty()) {
            section("ROOT CAUSES", "migrations that one side lacks, and the drift above that they explain");
            Grid grid = new Grid("llll", NAME);
            rows.forEach(row -> grid.row(row.toArray(String[]::new)));
            grid.lines().forEach(line -> lines.add("  " + Visible.line(line, WIDTH)));
        }
    }

    private void origins() {
        List<List<String>> rows = Origins.rows(report);
        if (!rows.isEmpty()) {
            section("CHANGES", Origins.TITLE);
            rows.stream()
                    .flatMap(row -> Stream.of("  " + row.getFirst(), "    " + row.getLast()))
                    .filter(line -> !line.isBlank())
                    .forEach(line -> lines.add(Visible.line(line, WIDTH)));
        }
    }

    private void accepted() {
        if (report.accepted().isEmpty()) {
            return;
        }
        section(
                "ACCEPTED " + report.accepted().size(),
                "it makes nothing drifted, and comes back when its time is over");
        Grid grid = new Grid("lllll", NAME);
        AcceptedTable.rows(report).forEach(row -> grid.row(row.toArray(String[]::new)));
        grid.lines().forEach(line -> lines.add("  " + Visible.line(line, WIDTH)));
    }

    private void reconciliation() {
        if (report.counts().isEmpty()) {
            return;
        }
        section("RECONCILIATION", "every object that one side has more or less is named above");
        Grid grid = new Grid("lrrrrrrl", NAME);
        grid.row(
                "kind",
                report.baseline().environment().name(),
                "- missing",
                "+ unexpected",
                "= " + report.target().environment(),
                "different",
                "folded",
                "");
        List<String> equal = new ArrayList<>();
        for (KindCount count : report.counts()) {
            if (count.addsUp() && count.missing() + count.unexpected() + count.different() == 0) {
                equal.add(count.kind() + " " + count.target());
            } else {
                grid.row(cells(count));
            }
        }
        List<String> rows = grid.lines();
        lines.add("  " + ink.quiet(rows.getFirst()));
        rows.stream().skip(1).forEach(row -> lines.add("  " + row));
        if (!equal.isEmpty()) {
            lines.add("  " + ink.quiet("equal: " + String.join(", ", equal)));
        }
    }

    private String[] cells(KindCount count) {
        long explained = count.baseline() - count.missing() + count.unexpected();
        return new String[] {
            count.kind().name(),
            String.valueOf(count.baseline()),
            dash(count.missing()),
            dash(count.unexpected()),
            String.valueOf(count.target()),
            dash(count.different()),
            dash(count.folded()),
            count.addsUp() ? "" : "DOES NOT ADD UP: " + explained + " explained, " + count.target() + " found"
        };
    }

    private static String dash(long number) {
        return number == 0 ? "." : String.valueOf(number);
    }

    private void volumes() {
        if (report.measurements().isEmpty()) {
            return;
        }
        section("VOLUMES", "measurements beside the drift: environments are expected to differ in them");
        VolumeTable table = VolumeTable.of(report);
        Grid grid = new Grid("l" + "r".repeat(table.header().size() - 1), NAME);
        grid.row(table.header().toArray(String[]::new));
        table.rows().stream().limit(VOLUMES).forEach(row -> grid.row(row.toArray(String[]::new)));
        List<String> rows = grid.lines();
        lines.add("  " + ink.quiet(rows.getFirst()));
        rows.stream().skip(1).forEach(line -> lines.add("  " + line));
        if (table.rows().size() > VOLUMES) {
            lines.add("  " + ink.quiet((table.rows().size() - VOLUMES) + " more differ"));
        }
        if (table.equal() > 0) {
            lines.add("  " + ink.quiet(table.equal() + " equal"));
        }
    }

    private void unknown() {
        parts("UNKNOWN", "could not be measured: neither in sync nor drifted", report.gaps());
        parts("LEFT OUT", "by settings, or not shown to the role: not compared", report.leftOut());
    }

    private void parts(String title, String explanation, List<Unknown> parts) {
        if (parts.isEmpty()) {
            return;
        }
        section(title, explanation);
        Grid grid = new Grid("llll", NAME);
        for (Unknown unknown : parts) {
            grid.row(
                    unknown.environment().name(),
                    unknown.kind().map(ObjectKind::name).orElse("everything"),
                    unknown.reason().word(),
                    Visible.text(unknown.sentence()));
        }
        grid.lines().forEach(line -> lines.add("  " + Visible.line(line, WIDTH)));
    }

    private void section(String title, String explanation) {
        lines.add("");
        lines.add(ink.strong(title) + "  " + ink.quiet(explanation));
    }
}
