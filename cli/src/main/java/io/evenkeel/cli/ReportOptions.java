package io.evenkeel.cli;

import io.evenkeel.alerter.report.JsonReport;
import io.evenkeel.alerter.report.MarkdownReport;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.TextReport;
import picocli.CommandLine.Option;

/** The form of a report. */
final class ReportOptions {
    /** The forms in which a report can be had. */
    enum Format {
        TABLE,
        JSON,
        MARKDOWN
    }

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private Format format = Format.TABLE;

    void print(Report report) {
        String text = switch (format) {
            case TABLE -> TextReport.render(report, Terminal.colour());
            case JSON -> JsonReport.render(report);
            case MARKDOWN -> MarkdownReport.render(report);
        };
        Terminal.out().println(text.stripTrailing());
    }
}
