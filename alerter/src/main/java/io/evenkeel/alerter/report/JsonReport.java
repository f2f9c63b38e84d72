package io.evenkeel.alerter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A report for programs; the form is a promise of the command line and of the API. */
public final class JsonReport {
    private static final int FORMAT = 1;

    /**
     * The form of one report.
     *
     * @param format raised when a reader of the older form could be misled
     * @param unknown what could not be measured
     * @param leftOut what the settings leave out
     */
    public record Document(
            int format,
            Side baseline,
            Side target,
            Status status,
            List<Item> drift,
            List<Gap> unknown,
            List<Gap> leftOut,
            List<Count> counts,
            List<Measurement> measurements) {}

    /** One drift. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Item(
            ObjectKind kind,
            ObjectKey key,
            Change change,
            Severity severity,
            List<AttributeDifference> attributes,
            int folded,
            SortedMap<ObjectKind, Integer> foldedKinds,
            String category,
            int order,
            String advice,
            Optional<String> episode,
            Optional<Instant> openedAt) {}

    /** One thing that could not be measured; without a kind, the whole environment. */
    public record Gap(Environment environment, Optional<ObjectKind> kind, UnknownReason reason, String detail) {}

    /** How one kind reconciles. */
    public record Count(@JsonUnwrapped KindCount count, boolean addsUp) {}

    private JsonReport() {}

    /** Indented JSON, ending in a line break; what does not show itself is escaped. */
    public static String render(Report report) {
        return Visible.json(Json.pretty(document(report))) + "\n";
    }

    /** The form to be written. */
    public static Document document(Report report) {
        return new Document(
                FORMAT,
                report.baseline(),
                report.target(),
                report.status(),
                report.drift().stream().map(JsonReport::item).toList(),
                report.gaps().stream().map(JsonReport::gap).toList(),
                report.leftOut().stream().map(JsonReport::gap).toList(),
                report.counts().stream()
                        .map(count -> new Count(count, count.addsUp()))
                        .toList(),
                report.measurements());
    }

    private static Item item(Finding finding) {
        return new Item(
                finding.kind(),
                finding.difference().key(),
                finding.difference().change(),
                finding.severity(),
                finding.difference().attributes(),
                finding.difference().foldedCount(),
                finding.difference().folded(),
                finding.category(),
                finding.order(),
                finding.advice(),
                finding.episode(),
                finding.openedAt());
    }

    private static Gap gap(Unknown unknown) {
        return new Gap(unknown.environment(), unknown.kind(), unknown.reason(), unknown.sentence());
    }
}
