package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.rule.Rule;
import io.evenkeel.alerter.rule.Rules;
import io.evenkeel.alerter.rulebook.RuleFiles;
import io.evenkeel.alerter.rulebook.Rulebook;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a comparison stood. */
@Command(
        name = "compare",
        description = "Compares two environments as they were at a time.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 no drift at or above --fail-on, 1 drift, 2 wrong usage or settings, or before the first snapshot, "
                    + "3 could not be measured, or one of the states was not known to be so."
        })
final class AuditCompareCommand implements Callable<Integer> {
    @Mixin
    private AuditOptions options = new AuditOptions();

    @Parameters(index = "0", paramLabel = "BASELINE", description = "What should have been.")
    private String baseline = "";

    @Parameters(index = "1", paramLabel = "TARGET", description = "What is held against it.")
    private String target = "";

    @Option(names = "--at", paramLabel = "TIME", converter = Times.class, description = "When (default: the newest).")
    private @Nullable Instant at;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "The least severity that makes the exit code 1: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "warning")
    private Severity failOn = Severity.WARNING;

    @Mixin
    private ReportOptions form = new ReportOptions();

    @Override
    public Integer call() {
        Environment first = Names.environment("BASELINE", baseline);
        Environment second = Names.environment("TARGET", target);
        if (first.equals(second)) {
            throw new UsageException("expected two different environments, found " + first
                    + " twice; see 'evenkeel audit diff' for one at two times");
        }
        return options.ask((database, settings) -> compare(database, settings, new Comparison(first, second)));
    }

    /** The files as they are today, and what people had decided by then over the API and had not ended. */
    private static Rules rules(AuditDatabase database, EvenkeelSettings settings, Instant when) {
        List<Rule> rules = new ArrayList<>(Rulebook.recorded(database, when));
        rules.addAll(new RuleFiles(settings.alerter().rules()).read());
        return Rules.of(rules);
    }

    private int compare(AuditDatabase database, EvenkeelSettings settings, Comparison comparison) {
        Past first = Past.of(database, settings, comparison.baseline(), Optional.ofNullable(at));
        Past second = Past.of(database, settings, comparison.target(), Optional.ofNullable(at));
        Instant when = Optional.ofNullable(at).orElseGet(Instant::now);
        Report report = OneShot.report(
                comparison.baseline(),
                first.reading(),
                comparison.target(),
                second.reading(),
                settings.analyzer().tolerances().getOrDefault(comparison, Tolerances.NONE),
                rules(database, settings, when),
                when);
        form.print(report);
        boolean doubtful = first.explain() | second.explain();
        return doubtful ? ExitCode.UNKNOWN : CompareCommand.exitCode(report, failOn);
    }
}
