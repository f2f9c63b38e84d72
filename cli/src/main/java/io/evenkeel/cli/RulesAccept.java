package io.evenkeel.cli;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.wire.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accepts drift of one object, as a record in the audit database. */
@Command(
        name = "accept",
        description =
                "Accepts the drift of an object as it is now, until a day; when it takes another shape it is open again.",
        mixinStandardHelpOptions = true)
final class RulesAccept implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "KIND", description = "Such as column.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "As reports show it, such as public.orders.total.")
    private String name = "";

    @Option(names = "--target", paramLabel = "ENVIRONMENT", description = "Only there (default: wherever it drifts).")
    private @Nullable String target;

    @Option(names = "--until", required = true, paramLabel = "DAY", description = "The last day, such as 2027-01-31.")
    private LocalDate until = LocalDate.EPOCH;

    @Option(names = "--reason", required = true, description = "Why.")
    private String reason = "";

    @Mixin
    private DriftSource source = new DriftSource();

    @Mixin
    private WriteAccess access = new WriteAccess();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public Integer call() throws InterruptedException {
        verbosity.apply(true);
        List<KnownDrift> chosen = source.drifts().stream().filter(this::isMeant).toList();
        if (chosen.isEmpty()) {
            throw new UsageException("no drift of the " + kind + " " + name
                    + (target == null ? "" : " in " + target)
                    + ": expected one that '/api/v1/drift' shows, its name in the form of the reports");
        }
        List<Map<String, Object>> rules = chosen.stream().map(this::rule).toList();
        byte[] body = Json.bytes(Map.of("by", access.by(), "rules", rules));
        source.api().change("POST", "/api/v1/rules", access.token(), body);
        chosen.forEach(drift -> Terminal.out()
                .println(drift.line() + ": accepted until " + until + " by the rule " + drift.ruleName()));
        return ExitCode.IN_SYNC;
    }

    private boolean isMeant(KnownDrift drift) {
        return drift.subject().difference().key().kind().name().equals(kind)
                && Visible.name(drift.subject().difference().key().identity()).equals(name)
                && (target == null
                        || drift.subject().comparison().target().name().equals(target));
    }

    private Map<String, Object> rule(KnownDrift drift) {
        return Map.of(
                "name",
                drift.ruleName(),
                "match",
                drift.match(),
                "accept",
                Map.of("until", until.toString(), "owner", access.by(), "reason", reason));
    }
}
