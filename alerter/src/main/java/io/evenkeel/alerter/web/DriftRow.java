package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Attributed;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.alerter.rule.Judgement;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
 * @param held until when it is not told, and why
 * @param cause the migration that it comes from
 * @param makes what comes from it, if it is a migration
 * @param whole of an object that one side has
 * @param origin who made it what it is, or between which two readings that happened
 * @param decide where people decide about it; may be empty
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
        Optional<Link> cause,
        List<Link> makes,
        Optional<Moment> since,
        Optional<String> origin,
        String decide) {
    private static final int ID = 16;
    private static final int SHOWN = 8;

    /**
     * Another row of the page.
     *
     * @param id of the row
     */
    record Link(String id, String text) {}

    static DriftRow of(Report report, Finding finding, List<Finding> made, Instant now) {
        Difference difference = finding.difference();
        Comparison comparison =
                new Comparison(report.baseline().environment(), report.target().environment());
        boolean both = difference.change() == Change.DIFFERENT;
        return new DriftRow(
                id(comparison, difference.key()),
                difference.change(),
                report.where(difference.change()),
                Visible.name(difference.key().identity()),
                folded(difference),
                both ? difference.attributes().stream().map(Attribute::of).toList() : List.of(),
                both ? Optional.empty() : Optional.of(WholeObject.of(difference)),
                held(finding),
                finding.cause()
                        .map(cause -> new Link(id(comparison, cause.migration()), Visible.text(cause.sentence()))),
                makes(comparison, made),
                finding.openedAt().map(at -> Moment.of(at, now)),
                finding.attribution().map(Attributed::line),
                finding.episode().map(DecisionPage::link).orElse(""));
    }

    private static Optional<String> held(Finding finding) {
        Judgement judgement = finding.ruling().judgement();
        if (judgement.disposition() != Disposition.HELD) {
            return Optional.empty();
        }
        String why = judgement
                .why()
                .or(() -> judgement.rule().map(rule -> "by the rule " + rule))
                .map(reason -> ": " + Visible.text(reason))
                .orElse("");
        return judgement.until().map(until -> "not told until " + until.truncatedTo(ChronoUnit.SECONDS) + why);
    }

    /** In the words of a link; those that are too many are counted. */
    private static List<Link> makes(Comparison comparison, List<Finding> made) {
        List<Link> links = new ArrayList<>();
        made.stream()
                .limit(SHOWN)
                .map(Finding::difference)
                .map(each -> new Link(
                        id(comparison, each.key()),
                        each.key().kind() + " " + Visible.name(each.key().identity())))
                .forEach(links::add);
        if (made.size() > SHOWN) {
            links.add(new Link(links.getLast().id(), "and " + (made.size() - SHOWN) + " more"));
        }
        return links;
    }

    static String id(Comparison comparison, ObjectKey object) {
        byte[] key = Json.bytes(
                List.of(comparison.baseline().name(), comparison.target().name(), object.toList()));
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
