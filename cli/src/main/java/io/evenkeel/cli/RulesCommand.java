package io.evenkeel.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Rules: what people decided about drift. */
@Command(
        name = "rules",
        description = "Rules about drift: generates, tests and lists them, accepts drift, and withdraws rules.",
        mixinStandardHelpOptions = true,
        subcommands = {RulesGenerate.class, RulesTest.class, RulesList.class, RulesAccept.class, RulesWithdraw.class})
final class RulesCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected a command: generate, test, list, accept or withdraw");
        }
    }

    /** A field of an answer as text; empty: it has none. */
    static String text(Map<?, ?> item, String name) {
        Object value = item.get(name);
        return value == null ? "" : String.valueOf(value);
    }
}
