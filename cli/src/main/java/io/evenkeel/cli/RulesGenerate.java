package io.evenkeel.cli;

import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.alerter.rule.RuleReader;
import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns drift into a file that accepts it, for people to review. */
@Command(
        name = "generate",
        description = "Prints a rule file that accepts the drift of now; owner and reason have to be filled in.",
        mixinStandardHelpOptions = true)
final class RulesGenerate implements Callable<Integer> {
    private static final int DAYS = 30;

    @Mixin
    private DriftSource source = new DriftSource();

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "The last day of the acceptance, such as 2027-01-31 (default: in 30 days).")
    private @Nullable LocalDate until;

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public Integer call() throws InterruptedException {
        verbosity.apply(true);
        LocalDate last = until == null ? LocalDate.now(Clock.systemUTC()).plusDays(DAYS) : until;
        List<KnownDrift> open = source.drifts().stream()
                .filter(drift -> drift.disposition() == Disposition.OPEN)
                .toList();
        Terminal.out()
                .println(
                        "# Accepts drift as it was when 'evenkeel rules generate' ran: what takes another shape is open"
                                + " again.\n# Delete what should not be accepted, say who and why of the rest, and have it reviewed.");
        Terminal.out().println(open.isEmpty() ? "rules: []" : "rules:");
        open.forEach(drift -> print(drift, last));
        Terminal.say("evenkeel: " + open.size() + " open drifts; " + RuleReader.PLACEHOLDER
                + " stands where somebody has to write");
        return ExitCode.IN_SYNC;
    }

    private static void print(KnownDrift drift, LocalDate last) {
        StringBuilder rule = new StringBuilder();
        rule.append("  # ").append(drift.judged()).append("; ").append(drift.line());
        rule.append(drift.what().isEmpty() ? "" : "\n  #   " + drift.what());
        rule.append("\n  - name: ").append(drift.ruleName()).append("\n    match:\n");
        drift.match()
                .forEach((key, value) -> rule.append("      ")
                        .append(key)
                        .append(": ")
                        .append(quoted(value))
                        .append('\n'));
        rule.append("    accept:\n      until: ").append(last);
        rule.append("\n      owner: ").append(RuleReader.PLACEHOLDER);
        rule.append("\n      reason: ").append(RuleReader.PLACEHOLDER);
        Terminal.out().println(rule);
    }

    /** A YAML string; what does not show itself, or could be no YAML, is escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (char unit : new String(Json.bytes(text), StandardCharsets.UTF_8).toCharArray()) {
            boolean plain = unit >= ' ' && unit < 0x7f || Character.isLetterOrDigit(unit);
            quoted.append(plain ? String.valueOf(unit) : "\\u%04x".formatted((int) unit));
        }
        return quoted.toString();
    }
}
