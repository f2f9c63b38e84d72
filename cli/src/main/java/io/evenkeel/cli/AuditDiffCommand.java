package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.rule.Rules;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Attribution;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What changed in an environment. */
@Command(
        name = "diff",
        description =
                "Shows what changed in an environment between two times, in the form of a comparison of 'before' with "
                        + "'after'.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 nothing changed, 1 something did, 2 wrong usage or settings, or before the first snapshot, "
                    + "3 one of the states was not known to be so."
        })
final class AuditDiffCommand implements Callable<Integer> {
    private static final Environment BEFORE = new Environment("before");
    private static final Environment AFTER = new Environment("after");

    @Mixin
    private AuditOptions options = new AuditOptions();

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its name.")
    private String environment = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            converter = Times.class,
            description = "The earlier time.")
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Times.class,
            description = "The later time (default: the newest).")
    private @Nullable Instant to;

    @Mixin
    private ReportOptions form = new ReportOptions();

    @Override
    public Integer call() {
        if (to != null && to.isBefore(from)) {
            throw new UsageException("--from " + from + " is after --to " + to + ": expected the earlier time first");
        }
        Environment wanted = Names.environment("ENVIRONMENT", environment);
        return options.ask((database, settings) -> diff(database, settings, wanted));
    }

    private int diff(AuditDatabase database, EvenkeelSettings settings, Environment wanted) {
        Past before = Past.of(database, settings, wanted, Optional.of(from));
        Past after = Past.of(database, settings, wanted, Optional.ofNullable(to));
        Terminal.say("before: " + before.title());
        Terminal.say("after:  " + after.title());
        Report report = told(
                OneShot.report(
                        BEFORE,
                        before.reading(),
                        AFTER,
                        after.reading(),
                        Tolerances.NONE,
                        Rules.BUILT_IN,
                        Instant.now()),
                after.changes(Optional.of(before), Optional.empty()));
        form.print(report);
        boolean doubtful = before.explain() | after.explain();
        return doubtful ? ExitCode.UNKNOWN : CompareCommand.exitCode(report, Severity.INFO);
    }

    /** With who changed it, and without advice: nobody has to bring today back to yesterday. */
    private static Report told(Report report, Map<ObjectKey, Attribution> changes) {
        return new Report(
                report.baseline(),
                report.target(),
                report.status(),
                report.drift().stream().map(finding -> told(finding, changes)).toList(),
                report.accepted(),
                report.ignored(),
                report.unknown(),
                report.counts(),
                report.measurements(),
                report.kinds());
    }

    private static Finding told(Finding finding, Map<ObjectKey, Attribution> changes) {
        return new Finding(
                finding.ruling(),
                finding.nature(),
                finding.category(),
                finding.order(),
                "",
                finding.episode(),
                finding.openedAt(),
                Optional.ofNullable(changes.get(finding.difference().key())),
                finding.cause());
    }
}
