package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.Value;
import java.util.List;

/** Holds words against values. */
final class Values {
    private Values() {}

    /** Whether one of the words matches the value; of a list, one of its items; no value is {@code null}. */
    static boolean match(List<Glob> wanted, Value value) {
        return words(value).stream().anyMatch(word -> Match.any(wanted, word));
    }

    private static List<String> words(Value value) {
        return switch (value) {
            case Value.Text text -> List.of(text.text());
            case Value.Int number -> List.of(Long.toString(number.number()));
            case Value.Decimal number -> List.of(number.number().toPlainString());
            case Value.Bool bool -> List.of(Boolean.toString(bool.truth()));
            case Value.TextList list -> list.items();
            case Value.Null none -> List.of("null");
        };
    }
}
