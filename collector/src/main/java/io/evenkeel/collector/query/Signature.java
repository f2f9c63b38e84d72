package io.evenkeel.collector.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a relation is found by, whatever its name and schema: tools let people choose both. A header writes it as clauses,
 * parted by semicolons, and several signatures of one tool parted by the word {@code or}:
 *
 * <pre>
 * version:text, name?:text, at:date|timestamp with time zone   its columns; one with ? may be absent, | parts types
 * only                                                          it has no other columns
 * beside key:text, value:text                                   another relation of its schema has these columns
 * not beside key:text, value:text                               no other relation of its schema has
 * usually app.history                                           the columns alone do not tell
 * </pre>
 *
 * The most telling column stands first. A type without a modifier stands for any modifier: {@code character varying} is
 * also {@code character varying(255)}, but {@code character varying()} is not.
 *
 * <p>{@code usually} is for columns that an ordinary table may have too. A relation of another name is then taken only
 * where it is small and the reader may read it, and the query itself has to tell by the rows; one that it may not read
 * would otherwise be told as unknown although it is none.
 *
 * @param beside columns of a relation in the same schema, which the query may name as {@link KindFile#BESIDE}
 * @param notBeside columns that no relation in the same schema may have
 * @param usual the name that such a relation mostly has, with or without its schema; empty: the columns tell enough
 */
public record Signature(
        ColumnSet columns, Optional<ColumnSet> beside, Optional<ColumnSet> notBeside, Optional<String> usual) {
    private static final String ONLY = "only";
    private static final String BESIDE = "beside ";
    private static final String NOT_BESIDE = "not beside ";
    private static final String USUALLY = "usually ";

    /** Throws IllegalArgumentException, whose message says what was expected. */
    static List<Signature> parseAll(String text) {
        return Arrays.stream(text.split("\\s+or\\s+")).map(Signature::parse).toList();
    }

    private static Signature parse(String text) {
        List<String> clauses = Arrays.stream(text.split(";")).map(String::strip).toList();
        List<String> others = clauses.subList(1, clauses.size());
        others.stream().filter(clause -> !isKnown(clause)).findFirst().ifPresent(clause -> {
            throw new IllegalArgumentException("'only', 'beside column:type', 'not beside column:type' or"
                    + " 'usually name' instead of '" + clause + "'");
        });
        return new Signature(
                ColumnSet.parse(clauses.getFirst(), others.contains(ONLY)),
                after(BESIDE, others).map(columns -> ColumnSet.parse(columns, false)),
                after(NOT_BESIDE, others).map(columns -> ColumnSet.parse(columns, false)),
                after(USUALLY, others));
    }

    private static boolean isKnown(String clause) {
        return clause.equals(ONLY)
                || clause.startsWith(BESIDE)
                || clause.startsWith(NOT_BESIDE)
                || clause.startsWith(USUALLY);
    }

    private static Optional<String> after(String word, List<String> clauses) {
        return clauses.stream()
                .filter(clause -> clause.startsWith(word))
                .map(clause -> clause.substring(word.length()).strip())
                .findFirst();
    }

    /** Whether a relation of that name is taken for it even if its rows cannot be looked at. */
    public boolean isUsual(String schema, String table) {
        return usual.isEmpty() || usual.get().equals(table) || usual.get().equals(schema + "." + table);
    }
}
