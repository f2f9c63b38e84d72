package io.evenkeel.collector.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a row names the object it lies in: {@code table(id_schema, id_table)}, or with the parent's kind in a column,
 * {@code _relation_kind(id_schema, id_relation)}.
 *
 * @param kind the parent's kind, or the column that holds it
 * @param columns the columns whose values are the parent's names, outermost first
 */
public record ParentRule(String kind, List<String> columns) {
    private static final Pattern FORM = Pattern.compile("([a-z_][a-z0-9_]*)\\(([^()]+)\\)");

    public ParentRule {
        columns = List.copyOf(columns);
    }

    static Optional<ParentRule> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new ParentRule(form.group(1), Lists.commas(form.group(2))))
                : Optional.empty();
    }

    /** Whether the kind stands in a column of each row. */
    public boolean kindInColumn() {
        return Columns.isIdentity(kind) || Columns.isCarried(kind);
    }
}
