package io.evenkeel.alerter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.evenkeel.alerter.cause.Cause;
import io.evenkeel.alerter.rule.Acceptance;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.alerter.rule.Shape;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Attribution;
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
     * @param accepted drift that somebody accepted until a date
     * @param ignored drift that the rules ignore
     * @param unknown what could not be measured
     * @param leftOut what the settings leave out
     */
    public record Document(
            int format,
            Side baseline,
            Side target,
            Status status,
            List<Item> drift,
            List<Item> accepted,
            List<Item> ignored,
            List<Gap> unknown,
            List<Gap> leftOut,
            List<Count> counts,
            List<Measurement> measurements) {}

    /**
     * One drift.
     *
     * @param attributes what differs, without what a rule ignores
     * @param nature its severity without any rule
     * @param rule the rule that decided what becomes of it, or else how bad it is
     * @param until when that ends (UTC)
     * @param why what a held one waits for, where no rule says so
     * @param acceptance of an accepted one
     * @param hidden attributes that differ and that a rule ignores
     * @param cause the migration that it comes from, as far as is known
     * @param shape names the way in which it differs: see {@code docs/rules.md}
     * @param attribution which change made it what it is, where that is known: see {@code docs/attribution.md}
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Item(
            ObjectKind kind,
            ObjectKey key,
            Optional<ObjectKey> parent,
            Change change,
            Severity severity,
            Severity nature,
            Disposition disposition,
            Optional<String> rule,
            Optional<Instant> until,
            Optional<String> why,
            Optional<Acceptance> acceptance,
            List<AttributeDifference> attributes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AttributeDifference> hidden,
            Optional<Origin> cause,
            String shape,
            int folded,
            SortedMap<ObjectKind, Integer> foldedKinds,
            String category,
            int order,
            String advice,
            Optional<String> episode,
            Optional<Instant> openedAt,
            Optional<Attribution> attribution) {}

    /**
     * A migration that one side lacks.
     *
     * @param others how many more there is the same to say of
     * @param certainty {@code named} in its statements, or {@code probable}: both came in one reading
     */
    public record Origin(ObjectKey migration, Environment missingIn, int others, String certainty) {
        static Origin of(Cause cause) {
            return new Origin(cause.migration(), cause.lacking(), cause.others(), cause.named() ? "named" : "probable");
        }
    }

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
                report.accepted().stream().map(JsonReport::item).toList(),
                report.ignored().stream().map(JsonReport::item).toList(),
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
                finding.difference().parent(),
                finding.difference().change(),
                finding.severity(),
                finding.nature(),
                finding.disposition(),
                finding.ruling().judgement().rule(),
                finding.ruling().judgement().until(),
                finding.ruling().judgement().why(),
                finding.ruling().acceptance(),
                finding.difference().attributes(),
                finding.ruling().hidden(),
                finding.cause().map(Origin::of),
                Shape.of(finding.ruling().whole()),
                finding.difference().foldedCount(),
                finding.difference().folded(),
                finding.category(),
                finding.order(),
                finding.advice(),
                finding.episode(),
                finding.openedAt(),
                finding.attribution());
    }

    private static Gap gap(Unknown unknown) {
        return new Gap(unknown.environment(), unknown.kind(), unknown.reason(), unknown.sentence());
    }
}
