package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.wire.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an environment looked like. */
@Command(
        name = "show",
        description = "Shows what an environment looked like at a time.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 shown, 2 wrong usage or settings, or before the first snapshot, 3 it was not known to be so: "
                    + "the environment could not be read or was not heard of then."
        })
final class AuditShowCommand implements Callable<Integer> {
    private static final int WIDTH = 200;

    @Mixin
    private AuditOptions options = new AuditOptions();

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its name.")
    private String environment = "";

    @Option(names = "--at", paramLabel = "TIME", converter = Times.class, description = "When (default: the newest).")
    private @Nullable Instant at;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind, such as policy.")
    private @Nullable String kind;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private AuditLogCommand.Format format = AuditLogCommand.Format.TABLE;

    @Override
    public Integer call() {
        Environment wanted = Names.environment("ENVIRONMENT", environment);
        Optional<ObjectKind> only = Optional.ofNullable(kind).map(name -> Names.kind("--kind", name));
        return options.ask((database, settings) -> show(database, settings, wanted, only));
    }

    private int show(AuditDatabase database, EvenkeelSettings settings, Environment wanted, Optional<ObjectKind> only) {
        Past past = Past.of(database, settings, wanted, Optional.ofNullable(at));
        List<CatalogObject> objects = past.objects(only);
        Map<ObjectKey, Attribution> changes = past.changes(Optional.empty(), only);
        switch (format) {
            case TABLE -> {
                Terminal.say(past.title() + ", " + objects.size() + " objects");
                objects.forEach(object -> Terminal.out()
                        .println(line(object) + EventLine.origin(Optional.ofNullable(changes.get(object.key())))));
            }
            case JSON -> Terminal.out().println(Json.pretty(document(past, objects, changes)));
        }
        return past.explain() ? ExitCode.UNKNOWN : ExitCode.IN_SYNC;
    }

    private static String line(CatalogObject object) {
        List<AttributeDifference> attributes = object.compared().values().entrySet().stream()
                .map(each -> new AttributeDifference(each.getKey(), each.getValue(), Value.NULL))
                .toList();
        Difference whole = new Difference(object.key(), object.parent(), Change.MISSING, attributes, new TreeMap<>());
        String line = "%-20s  %s  %s"
                .formatted(object.key().kind(), Visible.name(object.key().identity()), Wording.of(whole));
        return Visible.line(line, WIDTH).stripTrailing();
    }

    private static Map<String, Object> document(
            Past past, List<CatalogObject> objects, Map<ObjectKey, Attribution> changes) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("environment", past.marker().environment());
        document.put("at", past.at());
        document.put("epoch", past.marker().epoch());
        document.put("sequence", past.marker().sequence());
        document.put("takenAt", past.snapshot().takenAt());
        document.put("seenUntil", past.snapshot().seenUntil());
        document.put("server", past.marker().server());
        document.put("unread", past.marker().unread());
        document.put("doubts", past.doubts());
        document.put("objects", objects);
        document.put(
                "changes",
                objects.stream()
                        .map(CatalogObject::key)
                        .filter(changes::containsKey)
                        .map(key -> Map.of("key", key, "change", changes.get(key)))
                        .toList());
        return document;
    }
}
