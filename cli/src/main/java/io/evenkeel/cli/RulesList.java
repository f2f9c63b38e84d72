package io.evenkeel.cli;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The rules in force. */
@Command(
        name = "list",
        description =
                "Lists the rules of a running alerter in the order in which they are asked, and whether each still "
                        + "decides anything.",
        mixinStandardHelpOptions = true)
final class RulesList implements Callable<Integer> {
    @Mixin
    private AlerterUrl alerter = new AlerterUrl();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public Integer call() throws InterruptedException {
        verbosity.apply(true);
        try {
            Map<?, ?> answer = Json.read(alerter.client().get("/api/v1/rules"), Map.class);
            if (answer.get("rules") instanceof List<?> rules) {
                rules.forEach(rule -> print((Map<?, ?>) rule));
                Terminal.say("evenkeel: " + rules.size() + (rules.size() == 1 ? " rule" : " rules"));
            }
            String trouble = RulesCommand.text(answer, "trouble");
            if (!trouble.isEmpty()) {
                Terminal.say("evenkeel: the rules as written cannot be used; the old ones stay in force: " + trouble);
            }
            return ExitCode.IN_SYNC;
        } catch (MalformedRecordException other) {
            throw new UnavailableException(alerter + ": expected the rules of an alerter, found something else");
        }
    }

    private static void print(Map<?, ?> rule) {
        String until = RulesCommand.text(rule, "until");
        String owner = RulesCommand.text(rule, "owner");
        String reason = RulesCommand.text(rule, "reason");
        Terminal.out()
                .println("%-7s  %-40s  %-18s  %5s drifts  %s%s%s%s"
                        .formatted(
                                RulesCommand.text(rule, "state"),
                                RulesCommand.text(rule, "name"),
                                RulesCommand.text(rule, "decision"),
                                RulesCommand.text(rule, "drifts"),
                                Visible.text(RulesCommand.text(rule, "place")),
                                until.isEmpty() ? "" : "; until " + until,
                                owner.isEmpty() ? "" : "; " + Visible.text(owner),
                                reason.isEmpty() ? "" : ": " + Visible.text(reason))
                        .stripTrailing());
    }
}
