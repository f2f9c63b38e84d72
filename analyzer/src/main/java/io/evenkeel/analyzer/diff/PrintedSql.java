package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.catalog.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether two majors of PostgreSQL print the same thing in different words. It removes what was measured to differ
 * between 13 and 18 and nothing else, so that a yes is certain and a no means that nobody knows.
 *
 * @param callsOnly whether one side is so old that it prints calls for SQL's own syntax
 */
record PrintedSql(boolean callsOnly) {
    /** Raised whenever other texts are taken for the same: everything is then compared again. */
    static final int VERSION = 1;

    private static final int FIRST_WITH_SYNTAX = 14;

    static PrintedSql between(Optional<Integer> one, Optional<Integer> other) {
        return new PrintedSql(one.filter(major -> major < FIRST_WITH_SYNTAX).isPresent()
                || other.filter(major -> major < FIRST_WITH_SYNTAX).isPresent());
    }

    boolean same(Value one, Value other) {
        return switch (one) {
            case Value.Text ours -> other instanceof Value.Text theirs && same(ours.text(), theirs.text());
            case Value.TextList ours -> other instanceof Value.TextList theirs && same(ours.items(), theirs.items());
            case Value.Int ours -> ours.equals(other);
            case Value.Decimal ours -> ours.equals(other);
            case Value.Bool ours -> ours.equals(other);
            case Value.Null ours -> ours.equals(other);
        };
    }

    private boolean same(List<String> ours, List<String> theirs) {
        if (ours.size() != theirs.size()) {
            return false;
        }
        for (int at = 0; at < ours.size(); at++) {
            if (!same(ours.get(at), theirs.get(at))) {
                return false;
            }
        }
        return true;
    }

    boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<List<SqlPiece>> canonical = canonical(one);
        return canonical.isPresent() && canonical.equals(canonical(other));
    }

    private Optional<List<SqlPiece>> canonical(String sql) {
        return SqlPiece.of(sql)
                .map(ColumnPrefixes::without)
                .map(PrintedSql::withoutDefaultIndent)
                .map(pieces -> callsOnly ? SyntaxCalls.of(pieces) : pieces);
    }

    /** 16 and later print NO INDENT where XMLSERIALIZE does not indent, which earlier ones never did. */
    private static List<SqlPiece> withoutDefaultIndent(List<SqlPiece> pieces) {
        List<SqlPiece> bare = new ArrayList<>();
        for (SqlPiece piece : pieces) {
            bare.add(
                    piece instanceof SqlPiece.Group group
                            ? new SqlPiece.Group(group.opening(), withoutDefaultIndent(group.pieces()))
                            : piece);
        }
        int size = bare.size();
        boolean printed =
                size > 2 && bare.get(size - 2).isWord("NO") && bare.getLast().isWord("INDENT");
        return printed ? bare.subList(0, size - 2) : bare;
    }
}
