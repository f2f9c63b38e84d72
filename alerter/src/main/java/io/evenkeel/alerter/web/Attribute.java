package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import java.util.Arrays;
import java.util.List;

/**
 * One attribute that differs, both values side by side, or as lines where they are long.
 *
 * @param baseline empty: the side has none
 * @param target empty: the side has none
 * @param lines not empty: to be shown instead of the two values
 */
record Attribute(String name, List<Piece> baseline, List<Piece> target, List<DiffLine> lines) {
    private static final int LIST = 12;

    static Attribute of(AttributeDifference difference) {
        String name = Visible.text(difference.name());
        if (difference.baseline() instanceof Value.Text before && difference.target() instanceof Value.Text after) {
            return texts(name, before.text(), after.text());
        }
        if (difference.baseline() instanceof Value.TextList before
                && difference.target() instanceof Value.TextList after) {
            return lists(name, before.items(), after.items());
        }
        return plain(name, difference.baseline(), difference.target());
    }

    private static Attribute plain(String name, Value baseline, Value target) {
        return new Attribute(name, pieces(baseline), pieces(target), List.of());
    }

    private static List<Piece> pieces(Value value) {
        return value.equals(Value.NULL) ? List.of() : Piece.whole(Wording.value(value));
    }

    private static Attribute texts(String name, String before, String after) {
        if (before.contains("\n") || after.contains("\n")) {
            return new Attribute(name, List.of(), List.of(), DiffLine.between(split(before), split(after)));
        }
        return before.isEmpty() || after.isEmpty()
                ? plain(name, new Value.Text(before), new Value.Text(after))
                : marked(name, Edit.between(Piece.words(before), Piece.words(after)), "");
    }

    private static Attribute lists(String name, List<String> before, List<String> after) {
        if (Math.max(before.size(), after.size()) > LIST) {
            return new Attribute(name, List.of(), List.of(), DiffLine.between(before, after));
        }
        return before.isEmpty() || after.isEmpty()
                ? plain(name, new Value.TextList(before), new Value.TextList(after))
                : marked(name, Edit.between(before, after), ", ");
    }

    private static Attribute marked(String name, List<Edit> edits, String separator) {
        return new Attribute(
                name,
                Piece.side(edits, Edit.Step.REMOVED, separator),
                Piece.side(edits, Edit.Step.ADDED, separator),
                List.of());
    }

    /** Only line feeds end a line, so that carriage returns show. */
    static List<String> split(String text) {
        return Arrays.asList(text.split("\n", -1));
    }
}
