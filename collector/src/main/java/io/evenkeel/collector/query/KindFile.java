package io.evenkeel.collector.query;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import java.util.List;
import java.util.Optional;

/**
 * One SQL file that reads one kind: {@code <kind>.sql}, {@code <kind>@<source>.sql}, {@code <kind>.pg17.sql} or
 * {@code <kind>@<source>.pg17.sql}.
 *
 * @param name of the file
 * @param source where else objects of the kind come from, such as a migration tool
 * @param sinceMajor the oldest server major that the file is for; 0 for all
 * @param root the columns whose values name the outermost parent; empty: the whole identity
 * @param requires the relations that the query is run for, one after the other; empty: it runs once
 */
public record KindFile(
        String name,
        Optional<String> source,
        int sinceMajor,
        KindDescriptor descriptor,
        Optional<ParentRule> parent,
        List<String> root,
        Optional<Signature> requires,
        String sql) {
    /** Stands for the relation, as an identifier. */
    public static final String RELATION = "{relation}";

    /** Stands for the relation's schema, as a text literal. */
    public static final String SCHEMA = "{schema}";

    /** Stands for the relation's name without schema, as a text literal. */
    public static final String TABLE = "{table}";

    public KindFile {
        root = List.copyOf(root);
    }

    public ObjectKind kind() {
        return descriptor.kind();
    }

    /** The query for one of the relations that {@code requires} found; the arguments are quoted by the server. */
    public String sqlFor(String relation, String schema, String table) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int at = sql.indexOf('{'); at >= 0; at = sql.indexOf('{', at + 1)) {
            String placeholder = placeholderAt(at);
            if (!placeholder.isEmpty()) {
                filled.append(sql, from, at).append(value(placeholder, relation, schema, table));
                from = at + placeholder.length();
            }
        }
        return filled.append(sql, from, sql.length()).toString();
    }

    private String placeholderAt(int at) {
        for (String placeholder : List.of(RELATION, SCHEMA, TABLE)) {
            if (sql.startsWith(placeholder, at)) {
                return placeholder;
            }
        }
        return "";
    }

    private static String value(String placeholder, String relation, String schema, String table) {
        return switch (placeholder) {
            case RELATION -> relation;
            case SCHEMA -> schema;
            default -> table;
        };
    }

    /** Whether the column only names the parent or the root, so that it is no attribute. */
    public boolean isStructural(String column) {
        return root.contains(column)
                || parent.stream()
                        .anyMatch(rule ->
                                rule.kind().equals(column) || rule.columns().contains(column));
    }
}
