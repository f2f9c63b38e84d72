package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.Verification;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the trail is as it was written. */
@Command(
        name = "verify",
        description =
                "Checks that no row of the audit trail was altered, deleted or inserted, and that every snapshot can be "
                        + "rebuilt from the object versions.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Write down the end of the chain that it prints, elsewhere: given as --anchor later, it proves that the chain was "
                    + "not written anew.",
            "Exit codes: 0 whole, 1 not as it was written, 2 wrong usage or settings, 3 the audit database cannot be read."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private static final Pattern ANCHOR = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    @Mixin
    private AuditOptions options = new AuditOptions();

    @Option(
            names = "--anchor",
            paramLabel = "NUMBER:HASH",
            description = "An end of the chain that was printed before; may be given more than once.")
    private List<String> anchors = List.of();

    @Override
    public Integer call() {
        List<Verification.Head> known =
                anchors.stream().map(AuditVerifyCommand::anchor).toList();
        return options.ask((database, settings) -> verify(database, known));
    }

    private static Verification.Head anchor(String text) {
        Matcher matcher = ANCHOR.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException(
                    "--anchor: expected what verify printed, such as 4711:<64 hexadecimal digits>, found '" + text
                            + "'");
        }
        return new Verification.Head(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    private static int verify(AuditDatabase database, List<Verification.Head> known) {
        Verification.Result result = Verification.of(database, known);
        Terminal.out()
                .println("checked %d rows of the chain: %d events, %d snapshots of slices; %d object versions"
                        .formatted(result.links(), result.events(), result.snapshots(), result.versions()));
        if (result.incomplete() > 0) {
            Terminal.out()
                    .println(result.incomplete()
                            + " snapshots never added up: records were gone from their topic before "
                            + "they were read");
        }
        result.faults().forEach(fault -> Terminal.out().println("NOT AS WRITTEN  " + fault));
        if (result.found() > result.faults().size()) {
            Terminal.out().println("and " + (result.found() - result.faults().size()) + " more");
        }
        Terminal.out().println(result.found() == 0 ? "whole" : "not as it was written: " + result.found() + " faults");
        Terminal.out().println("end of the chain: " + result.head());
        return result.found() == 0 ? ExitCode.IN_SYNC : ExitCode.DRIFT;
    }
}
