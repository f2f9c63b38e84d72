package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One open drift.
 *
 * @param id names it within the page
 * @param where such as {@code missing in production}
 * @param folded such as {@code with 21 grant}; may be empty
 * @param attributes of an object that both sides have
 * @param held until when it is not told, by a rule
 * @param whole of an object that one side has
 */
record DriftRow(
        String id,
        Change change,
        String where,
        String name,
        String folded,
        List<Attribute> attributes,
        Optional<WholeObject> whole,
        Optional<String> held,
        Optional<Moment> since) {
    private static final int ID = 16;

    static DriftRow of(Report report, Finding finding, Instant now) {
        Difference difference = finding.difference();
        boolean both = difference.change() == Change.DIFFERENT;
        return new DriftRow(
                id(
                        new Comparison(
                                report.baseline().environment(), report.target().environment()),
                        difference),
                difference.change(),
                report.where(difference.change()),
                Visible.name(difference.key().identity()),
                folded(difference),
                both ? difference.attributes().stream().map(Attribute::of).toList() : List.of(),
                both ? Optional.empty() : Optional.of(WholeObject.of(difference)),
                finding.disposition() == Disposition.HELD
                        ? finding.ruling().judgement().until().map(String::valueOf)
                        : Optional.empty(),
                finding.openedAt().map(at -> Moment.of(at, now)));
    }

    private static String id(Comparison comparison, Difference difference) {
        byte[] key = Json.bytes(List.of(
                comparison.baseline().name(),
                comparison.target().name(),
                difference.key().toList()));
        return "d" + ContentHash.hex(key).substring(0, ID);
    }

    private static String folded(Difference difference) {
        return difference.folded().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ", difference.folded().isEmpty() ? "" : "with ", ""));
    }

    /** The sign of the change, beside its words. */
    String sign() {
        return switch (change) {
            case MISSING -> "\u2212";
            case UNEXPECTED -> "+";
            case DIFFERENT -> "\u2260";
        };
    }
}
