package io.evenkeel.collector.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns that a relation has to have: {@code version:text, name?:text, at:date|timestamp with time zone}. The first is
 * the most telling one, as the search starts with it.
 *
 * @param only whether it may have no others
 */
public record ColumnSet(List<Column> columns, boolean only) {
    private static final String OPTIONAL = "?";

    /**
     * @param types any one of them, as {@code format_type} prints them; without a modifier any will do, and empty
     *     parentheses stand for none
     * @param optional whether it may be absent
     */
    public record Column(String name, List<String> types, boolean optional) {
        public Column {
            types = List.copyOf(types);
        }
    }

    public ColumnSet {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.getFirst().optional()) {
            throw new IllegalArgumentException("a first 'column:type' without a question mark");
        }
    }

    static ColumnSet parse(String text, boolean only) {
        List<Column> columns = new ArrayList<>();
        for (String item : Lists.commas(text)) {
            int colon = item.indexOf(':');
            if (colon < 1 || colon == item.length() - 1) {
                throw new IllegalArgumentException("'column:type' or 'column?:type|type' instead of '" + item + "'");
            }
            String name = item.substring(0, colon).strip();
            boolean optional = name.endsWith(OPTIONAL);
            columns.add(new Column(
                    optional ? name.substring(0, name.length() - 1) : name,
                    Arrays.stream(item.substring(colon + 1).split("\\|"))
                            .map(String::strip)
                            .toList(),
                    optional));
        }
        return new ColumnSet(columns, only);
    }

    /** How many columns may not be absent. */
    public long needed() {
        return columns.stream().filter(column -> !column.optional()).count();
    }
}
