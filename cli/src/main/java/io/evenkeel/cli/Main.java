package io.evenkeel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code evenkeel} command. */
@Command(
        name = "evenkeel",
        description =
                "Keeps PostgreSQL environments on an even keel: says what differs, since when, and how bad it is.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            CompareCommand.class,
            RunCommand.class,
            RoleCommand.Collect.class,
            RoleCommand.Analyze.class,
            RoleCommand.Alert.class,
            RulesCommand.class,
            AuditCommand.class,
            QuietCommand.Window.class,
            QuietCommand.Silence.class,
            QuietCommand.Acknowledge.class,
            QuietCommand.Listing.class
        },
        footer = {"", "Exit codes: 0 in sync, 1 drift, 2 wrong usage or settings, 3 could not be measured."})
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String... arguments) {
        Logging.muteDriver();
        PlainErrors errors = new PlainErrors();
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "expected a command: "
                            + String.join(", ", spec.subcommands().keySet()));
        }
    }
}
