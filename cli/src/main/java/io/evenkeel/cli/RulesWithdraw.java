package io.evenkeel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a rule that is a record in the audit database. */
@Command(
        name = "withdraw",
        description = "Ends a rule that was made by 'accept' or the API; it stays in the audit database as a record.",
        mixinStandardHelpOptions = true)
final class RulesWithdraw implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The rule's name.")
    private String name = "";

    @Mixin
    private AlerterUrl alerter = new AlerterUrl();

    @Mixin
    private WriteAccess access = new WriteAccess();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public Integer call() throws InterruptedException {
        verbosity.apply(true);
        String path = "/api/v1/rules/" + ApiClient.encoded(name) + "?by=" + ApiClient.encoded(access.by());
        alerter.client().change("DELETE", path, access.token(), new byte[0]);
        Terminal.out().println(name + ": ended");
        return ExitCode.IN_SYNC;
    }
}
