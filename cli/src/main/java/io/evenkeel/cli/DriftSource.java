package io.evenkeel.cli;

import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.alerter.rule.Subject;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command finds drift: a running alerter, or the JSON of a comparison. */
final class DriftSource {
    /** Of the majors of servers; descriptors do not depend on it. */
    private static final int NEWEST = 18;

    private static final List<String> LISTS = List.of("drift", "accepted", "ignored");

    @Mixin
    private AlerterUrl alerter = new AlerterUrl();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "The output of 'evenkeel compare --format json' in place of a running alerter.")
    private @Nullable Path report;

    private final Map<ObjectKind, KindDescriptor> kinds =
            KindDescriptor.byKind(KindLibrary.describe(KindLibrary.bundled().forMajor(NEWEST)));

    /** The drift, also what the rules accept and ignore. */
    List<KnownDrift> drifts() throws InterruptedException {
        String name = report == null ? alerter.toString() : report.toString();
        try {
            Map<?, ?> document = Json.read(report == null ? api().get("/api/v1/drift") : file(report), Map.class);
            List<KnownDrift> drifts = new ArrayList<>();
            for (Object each : document.containsKey("reports") ? list(document, "reports") : List.of(document)) {
                add(drifts, (Map<?, ?>) each);
            }
            return drifts;
        } catch (MalformedRecordException | ClassCastException malformed) {
            throw new UsageException(
                    name + ": expected the drift of an alerter or of 'evenkeel compare --format json', "
                            + "found something else, or of another version");
        }
    }

    ApiClient api() {
        return alerter.client();
    }

    private static byte[] file(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UsageException("--report: expected a readable file, found " + file + " ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private void add(List<KnownDrift> drifts, Map<?, ?> document) throws MalformedRecordException {
        Comparison comparison = new Comparison(environment(document, "baseline"), environment(document, "target"));
        for (String list : LISTS) {
            for (Object item : list(document, list)) {
                drifts.add(drift(comparison, (Map<?, ?>) item));
            }
        }
    }

    private static Environment environment(Map<?, ?> document, String side) throws MalformedRecordException {
        return part(part(document, side, Map.class), "environment", Environment.class);
    }

    private KnownDrift drift(Comparison comparison, Map<?, ?> item) throws MalformedRecordException {
        ObjectKey key = part(item, "key", ObjectKey.class);
        TreeMap<ObjectKind, Integer> folded = new TreeMap<>();
        Map<?, ?> counts = part(item, "foldedKinds", Map.class);
        for (Map.Entry<?, ?> entry : counts.entrySet()) {
            folded.put(new ObjectKind((String) entry.getKey()), (Integer) entry.getValue());
        }
        Difference difference = new Difference(
                key,
                item.containsKey("parent") ? Optional.of(part(item, "parent", ObjectKey.class)) : Optional.empty(),
                part(item, "change", Change.class),
                Stream.concat(attributes(item, "attributes").stream(), attributes(item, "hidden").stream())
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList(),
                folded);
        Subject subject = new Subject(
                comparison,
                difference,
                part(item, "category", String.class),
                part(item, "nature", Severity.class),
                Optional.ofNullable(kinds.get(key.kind())));
        return new KnownDrift(
                subject, part(item, "severity", Severity.class), part(item, "disposition", Disposition.class));
    }

    private static List<AttributeDifference> attributes(Map<?, ?> item, String list) throws MalformedRecordException {
        return item.containsKey(list) ? List.of(part(item, list, AttributeDifference[].class)) : List.of();
    }

    private static List<?> list(Map<?, ?> document, String name) throws MalformedRecordException {
        return part(document, name, List.class);
    }

    private static <T> T part(Map<?, ?> document, String name, Class<T> type) throws MalformedRecordException {
        return Json.read(Json.bytes(Optional.ofNullable(document.get(name))), type);
    }
}
