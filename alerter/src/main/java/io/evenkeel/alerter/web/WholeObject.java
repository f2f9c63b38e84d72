package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Property;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to tell of an object that only one side has.
 *
 * @param facts its short attributes, the most telling first
 * @param texts its long ones
 */
record WholeObject(List<Fact> facts, List<LongText> texts) {
    private static final int SHORT = 120;
    private static final int MOST = 400;

    /** A short attribute. */
    record Fact(String name, String value) {}

    /**
     * A long attribute.
     *
     * @param size how many lines it has
     * @param text as it is to be shown; may be cut
     */
    record LongText(String name, int size, String text) {}

    static WholeObject of(Difference difference) {
        List<Fact> facts = new ArrayList<>();
        List<LongText> texts = new ArrayList<>();
        for (Property property : Property.of(difference)) {
            add(facts, texts, Visible.text(property.name()), property.value());
        }
        return new WholeObject(facts, texts);
    }

    private static void add(List<Fact> facts, List<LongText> texts, String name, Value value) {
        List<String> lines = lines(value);
        String shown = Wording.value(value);
        boolean oneLine = lines.size() <= 1 || value instanceof Value.TextList;
        if (oneLine && shown.length() <= SHORT) {
            facts.add(new Fact(name, shown));
        } else {
            texts.add(new LongText(name, lines.size(), text(lines)));
        }
    }

    private static List<String> lines(Value value) {
        return switch (value) {
            case Value.Text text -> Attribute.split(text.text());
            case Value.TextList list -> list.items();
            case Value.Bool bool -> List.of();
            case Value.Int number -> List.of();
            case Value.Decimal number -> List.of();
            case Value.Null none -> List.of();
        };
    }

    private static String text(List<String> lines) {
        Stream<String> shown =
                lines.stream().limit(MOST).map(line -> Visible.line(line.replace("\t", "    "), MOST * 10));
        Stream<String> rest = lines.size() > MOST
                ? Stream.of("... " + (lines.size() - MOST) + " more lines; the API has them all")
                : Stream.empty();
        return String.join("\n", Stream.concat(shown, rest).toList());
    }
}
