package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.Redaction;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.Comparator;
import java.util.List;

/**
 * An attribute of an object that only one side has, where it says something of it: what is absent, false or empty does
 * not. A name or a type tells more of the object than its place, a place more than a switch, and what is hidden the
 * least.
 */
public record Property(String name, Value value) {
    private static final int HIDDEN = 3;

    /** What the object is, the most telling first. */
    public static List<Property> of(Difference difference) {
        return difference.attributes().stream()
                .map(attribute -> new Property(
                        attribute.name(),
                        difference.change() == Change.MISSING ? attribute.baseline() : attribute.target()))
                .filter(Property::isTelling)
                .sorted(Comparator.comparingInt(Property::rank))
                .toList();
    }

    /** Whether nothing of the value is shown but a token in its place. */
    public boolean isHidden() {
        return rank() == HIDDEN;
    }

    private boolean isTelling() {
        return switch (value) {
            case Value.Text text -> !text.text().isBlank();
            case Value.TextList list -> !list.items().isEmpty();
            case Value.Bool bool -> bool.truth();
            case Value.Int number -> true;
            case Value.Decimal number -> true;
            case Value.Null none -> false;
        };
    }

    private int rank() {
        return switch (value) {
            case Value.Text text -> isToken(text.text()) ? HIDDEN : 0;
            case Value.TextList list -> 0;
            case Value.Int number -> 1;
            case Value.Decimal number -> 1;
            case Value.Bool bool -> 2;
            case Value.Null none -> HIDDEN;
        };
    }

    private static boolean isToken(String text) {
        List<Redaction.Token> tokens = Redaction.tokens(text);
        return tokens.size() == 1
                && tokens.getFirst().start() == 0
                && tokens.getFirst().end() == text.length();
    }
}
