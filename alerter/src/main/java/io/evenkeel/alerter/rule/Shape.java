package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Redaction;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.wire.Json;
import java.util.List;

/** Names the way in which an object differs, so that a decision on it ends when it differs in another way. */
public final class Shape {
    private static final int DIGITS = 16;

    private Shape() {}

    /** Equal for equal differences, also where secrets in them are hidden under another key. */
    public static String of(Difference difference) {
        List<List<Object>> attributes =
                difference.attributes().stream().map(Shape::of).toList();
        List<Object> whole = List.of(difference.key(), difference.change(), attributes, difference.folded());
        return ContentHash.hex(Json.bytes(whole)).substring(0, DIGITS);
    }

    private static List<Object> of(AttributeDifference attribute) {
        return List.of(attribute.name(), shown(attribute.baseline()), shown(attribute.target()));
    }

    private static Value shown(Value value) {
        return switch (value) {
            case Value.Text text -> new Value.Text(shown(text.text()));
            case Value.TextList list ->
                new Value.TextList(list.items().stream().map(Shape::shown).toList());
            case Value.Int number -> number;
            case Value.Decimal number -> number;
            case Value.Bool bool -> bool;
            case Value.Null none -> none;
        };
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (Redaction.Token token : Redaction.tokens(text)) {
            shown.append(text, from, token.start()).append("[redacted]");
            from = token.end();
        }
        return shown.append(text, from, text.length()).toString();
    }
}
