package io.evenkeel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Questions to the audit trail. */
@Command(
        name = "audit",
        description =
                "Asks the audit trail: what happened, what an environment looked like when, and whether the trail is "
                        + "as it was written.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AuditLogCommand.class,
            AuditShowCommand.class,
            AuditDiffCommand.class,
            AuditCompareCommand.class,
            AuditVerifyCommand.class
        },
        footer = {
            "",
            "Times: 2026-11-21T03:00 (UTC), 2026-11-21T04:00+01:00, 2026-11-21, or 24h for how long ago.",
            "The audit database is the one that the settings name, else the embedded one, whether the alerter runs or not."
        })
final class AuditCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected a question: log, show, diff, compare or verify");
        }
    }
}
