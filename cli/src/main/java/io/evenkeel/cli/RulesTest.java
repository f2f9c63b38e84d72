package io.evenkeel.cli;

import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.RuleState;
import io.evenkeel.alerter.rule.Judgement;
import io.evenkeel.alerter.rule.Rules;
import io.evenkeel.alerter.rule.Ruling;
import io.evenkeel.alerter.rulebook.RuleFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What rules would do. */
@Command(
        name = "test",
        description = "Says what the rules of these files would make of the drift of now, in place of those in force.",
        mixinStandardHelpOptions = true)
final class RulesTest implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or directories of files, with rules.")
    private List<Path> files = List.of();

    @Mixin
    private DriftSource source = new DriftSource();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public Integer call() throws InterruptedException {
        verbosity.apply(true);
        Rules rules = Rules.of(new RuleFiles(files).read());
        Instant now = Instant.now();
        SortedMap<String, Integer> before = new TreeMap<>();
        SortedMap<String, Integer> after = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (KnownDrift drift : source.drifts()) {
            Ruling ruling = rules.ruling(drift.subject(), now);
            findings.add(finding(drift, ruling));
            before.merge(drift.judged(), 1, Integer::sum);
            after.merge(judged(ruling.judgement()), 1, Integer::sum);
            tell(drift, ruling);
        }
        RuleState.of(rules.made(), List.of(findings), now).forEach(RulesTest::tell);
        Terminal.out().println("now:  " + counts(before));
        Terminal.out().println("then: " + counts(after));
        return ExitCode.IN_SYNC;
    }

    private static Finding finding(KnownDrift drift, Ruling ruling) {
        return new Finding(
                ruling,
                drift.subject().nature(),
                drift.subject().category(),
                0,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String judged(Judgement judgement) {
        return judgement.disposition().word() + ", " + judgement.severity().word();
    }

    private static void tell(KnownDrift drift, Ruling ruling) {
        String then = judged(ruling.judgement());
        if (!then.equals(drift.judged())) {
            Terminal.out()
                    .println(drift.line() + ": " + drift.judged() + " -> " + then
                            + ruling.judgement()
                                    .rule()
                                    .map(rule -> " (" + rule + ")")
                                    .orElse(""));
        }
    }

    private static void tell(RuleState state) {
        switch (state.state()) {
            case ACTIVE -> {}
            case IDLE ->
                Terminal.out()
                        .println(state.rule().place() + ": " + state.rule().name() + " decides nothing");
            case EXPIRED ->
                Terminal.out()
                        .println(state.rule().place() + ": " + state.rule().name() + " is expired");
        }
    }

    private static String counts(SortedMap<String, Integer> counts) {
        List<String> words = new ArrayList<>();
        counts.forEach((word, count) -> words.add(count + " " + word));
        return words.isEmpty() ? "no drift" : String.join("; ", words);
    }
}
