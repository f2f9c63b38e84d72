package io.evenkeel.cli;

import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Side;
import io.evenkeel.alerter.report.Status;
import io.evenkeel.alerter.rule.Rules;
import io.evenkeel.alerter.rulebook.RuleFiles;
import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Unknown;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Two databases, once, without Kafka. */
@Command(
        name = "compare",
        description = "Compares two databases once, without Kafka.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A URL is a libpq URI: postgresql://user@host:5432/database?sslmode=verify-full. The password comes from a "
                    + "password file, PGPASSWORD or ~/.pgpass.",
            "Exit codes: 0 no drift at or above --fail-on, 1 drift, 2 wrong usage or settings, 3 could not be measured."
        })
final class CompareCommand implements Callable<Integer> {
    @Option(names = "--baseline", required = true, paramLabel = "URL|NAME", description = "What should be.")
    private String baseline = "";

    @Option(names = "--target", required = true, paramLabel = "URL|NAME", description = "What is held against it.")
    private String target = "";

    @Option(
            names = "--baseline-password-file",
            paramLabel = "FILE",
            description = "A file with the baseline's password.")
    private @Nullable Path baselinePassword;

    @Option(names = "--target-password-file", paramLabel = "FILE", description = "A file with the target's password.")
    private @Nullable Path targetPassword;

    @Option(names = "--config", paramLabel = "FILE", description = "A settings file whose environments can be named.")
    private @Nullable Path config;

    @Mixin
    private ReportOptions form = new ReportOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "The least severity that makes the exit code 1: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "warning")
    private Severity failOn = Severity.WARNING;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description =
                    "The platform that hosts both: auto, none, or a name such as supabase (default: as the settings "
                            + "say, else auto).")
    private @Nullable String profile;

    @Option(
            names = "--no-cluster",
            description =
                    "Leave out what all databases of a server share, such as roles: for two databases of one server.")
    private boolean noCluster;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "A file, or a directory of files, with rules; again for more (default: those of the settings).")
    private List<Path> rules = List.of();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public Integer call() throws InterruptedException {
        verbosity.apply(true);
        Optional<EvenkeelSettings> settings = Optional.ofNullable(config).map(EvenkeelSettings::read);
        RedactionKey key =
                settings.flatMap(read -> read.collector().key().given()).orElseGet(RedactionKey::random);
        Endpoint first = Endpoint.of("baseline", baseline, key, Optional.ofNullable(baselinePassword), settings);
        Endpoint second = Endpoint.of("target", target, key, Optional.ofNullable(targetPassword), settings);
        Rules judging = rules(settings);
        Report report = new OneShot(
                        KindLibrary.bundled(),
                        settings.map(read -> read.analyzer().tolerances()).orElseGet(Collections::emptySortedMap))
                .compare(first.selecting(this::selection), second.selecting(this::selection), judging);
        form.print(report);
        report.gaps().forEach(CompareCommand::explain);
        Stream.of(report.baseline(), report.target()).forEach(CompareCommand::warn);
        return exitCode(report, failOn);
    }

    private Rules rules(Optional<EvenkeelSettings> settings) {
        List<Path> places =
                rules.isEmpty() ? settings.map(read -> read.alerter().rules()).orElse(List.of()) : rules;
        return Rules.of(new RuleFiles(places).read());
    }

    private Selection selection(Selection settings) {
        Profiles profiles = profile == null
                ? settings.profiles()
                : Profiles.of(profile)
                        .orElseThrow(() -> new UsageException(
                                "--profile: expected one of " + Profiles.words() + ", found '" + profile + "'"));
        return new Selection(
                profiles,
                settings.summarise(),
                settings.roles(),
                settings.cluster() && !noCluster,
                settings.kinds(),
                settings.schemas());
    }

    private static void warn(Side side) {
        if (!side.excess().isEmpty()) {
            Terminal.say("evenkeel: " + side.environment() + ": " + side.excess()
                    + ": more than reading needs; make a role with deploy/sql/reader.sql");
        }
    }

    private static void explain(Unknown unknown) {
        Terminal.say("evenkeel: " + unknown.environment()
                + unknown.kind().map(kind -> ", " + kind).orElse("") + ": unknown ("
                + unknown.reason().word() + "): "
                + unknown.sentence());
    }

    /** What was found, as an exit code: what could not be measured is never in sync, and never drift. */
    static int exitCode(Report report, Severity failOn) {
        if (report.status() == Status.UNKNOWN) {
            return ExitCode.UNKNOWN;
        }
        boolean bad =
                report.worst().filter(worst -> worst.compareTo(failOn) >= 0).isPresent();
        if (!bad && !report.gaps().isEmpty()) {
            return ExitCode.UNKNOWN;
        }
        return bad ? ExitCode.DRIFT : ExitCode.IN_SYNC;
    }
}
