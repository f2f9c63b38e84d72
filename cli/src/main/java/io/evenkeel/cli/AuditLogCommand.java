package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.Decisions;
import io.evenkeel.alerter.audit.History;
import io.evenkeel.alerter.audit.RecordedEvent;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.wire.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What happened to drifts. */
@Command(
        name = "log",
        description = "Shows what happened to drifts and what people decided, newest first.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 shown, 2 wrong usage or settings, 3 the audit database cannot be read."})
final class AuditLogCommand implements Callable<Integer> {
    /** The forms in which the log can be had. */
    enum Format {
        TABLE,
        JSON
    }

    @Mixin
    private AuditOptions options = new AuditOptions();

    @Option(names = "--environment", paramLabel = "NAME", description = "Only comparisons with this environment.")
    private @Nullable String environment;

    @Option(
            names = "--comparison",
            paramLabel = "BASELINE:TARGET",
            description = "Only this comparison, such as staging:production.")
    private @Nullable String comparison;

    @Option(names = "--since", paramLabel = "TIME", converter = Times.class, description = "Only from this time on.")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "TIME", converter = Times.class, description = "Only before this time.")
    private @Nullable Instant until;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind, such as column.")
    private @Nullable String kind;

    @Option(
            names = "--decisions",
            description = "Only what people decided: rules, acceptances, silences, acknowledgements, deploy windows.")
    private boolean decisionsOnly;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most this many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        History.Wanted wanted = new History.Wanted(
                Optional.ofNullable(environment).map(name -> Names.environment("--environment", name)),
                Optional.ofNullable(comparison).map(AuditLogCommand::comparison),
                Optional.ofNullable(since),
                Optional.ofNullable(until),
                Optional.ofNullable(kind).map(name -> Names.kind("--kind", name)),
                Math.max(0, limit));
        return options.ask((database, settings) -> show(database, wanted));
    }

    private int show(AuditDatabase database, History.Wanted wanted) {
        List<RecordedEvent> events = decisionsOnly ? List.of() : new History(database).events(wanted);
        boolean ofDrifts = environment != null || comparison != null || kind != null;
        List<Decisions.Decision> decisions = ofDrifts && !decisionsOnly
                ? List.of()
                : Decisions.between(database, wanted.since(), wanted.until(), wanted.limit());
        switch (format) {
            case TABLE ->
                lines(events, decisions)
                        .limit(wanted.limit())
                        .forEach(line -> Terminal.out().println(line.text()));
            case JSON -> Terminal.out().println(Json.pretty(Map.of("events", events, "decisions", decisions)));
        }
        if (events.size() + decisions.size() >= wanted.limit()) {
            Terminal.say("evenkeel: the newest " + wanted.limit() + " are shown; there may be more, see --limit");
        }
        return ExitCode.IN_SYNC;
    }

    private record Line(Instant at, String text) {}

    private static Stream<Line> lines(List<RecordedEvent> events, List<Decisions.Decision> decisions) {
        return Stream.concat(
                        events.stream()
                                .map(RecordedEvent::event)
                                .map(event -> new Line(event.time(), EventLine.dated(event))),
                        decisions.stream().map(each -> new Line(each.at(), EventLine.dated(each))))
                .sorted(Comparator.comparing(Line::at).reversed());
    }

    private static Comparison comparison(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new UsageException(
                    "--comparison: expected BASELINE:TARGET such as staging:production, found '" + text + "'");
        }
        Environment baseline = Names.environment("--comparison", text.substring(0, colon));
        Environment target = Names.environment("--comparison", text.substring(colon + 1));
        if (baseline.equals(target)) {
            throw new UsageException("--comparison: expected two different environments, found '" + text + "'");
        }
        return new Comparison(baseline, target);
    }
}
