package io.evenkeel.collector.read;

import io.evenkeel.contract.catalog.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Gives roles the names that the settings want for them. */
record RoleNames(Map<String, String> names) {
    Value of(Value value) {
        return switch (value) {
            case Value.Text text -> new Value.Text(of(text.text()));
            case Value.TextList list -> new Value.TextList(of(list.items()));
            case Value.Int same -> same;
            case Value.Decimal same -> same;
            case Value.Bool same -> same;
            case Value.Null same -> same;
        };
    }

    private String of(String name) {
        return names.getOrDefault(name, name);
    }

    /** A list of roles is ordered by their names. */
    private List<String> of(List<String> items) {
        List<String> renamed = items.stream().map(this::of).toList();
        return renamed.equals(items)
                ? items
                : renamed.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }
}
