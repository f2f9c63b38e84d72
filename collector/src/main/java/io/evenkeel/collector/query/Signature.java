package io.evenkeel.collector.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns by which a relation is found, whatever its name and schema: tools let people choose both.
 *
 * @param names of the columns; the relation may have more
 * @param types as {@code format_type} prints them without a modifier; one for each name
 */
public record Signature(List<String> names, List<String> types) {
    public Signature {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }

    static Optional<Signature> parse(String text) {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (String item : Lists.commas(text)) {
            int colon = item.indexOf(':');
            if (colon < 1 || colon == item.length() - 1) {
                return Optional.empty();
            }
            names.add(item.substring(0, colon).strip());
            types.add(item.substring(colon + 1).strip());
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new Signature(names, types));
    }
}
