package io.evenkeel.analyzer.diff;

import io.evenkeel.analyzer.diff.SqlPiece.Group;
import io.evenkeel.analyzer.diff.SqlPiece.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the table's name off the columns of a query that reads one table: PostgreSQL prints {@code t.c} there up to 15,
 * {@code c} from 16 on. With one table both mean the same. Queries within the query are left as they are: all majors
 * print prefixes in them.
 */
final class ColumnPrefixes {
    private static final Set<String> BEHIND_FROM =
            Set.of("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");
    private static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT");
    private static final Set<String> BEFORE_ANOTHER_FROM = Set.of("DISTINCT", "ROWS");
    /** What follows them with a dot in it is no column. */
    private static final Set<String> BEFORE_OTHER_NAMES = Set.of("AS", "COLLATE", "RETURNING", "INTO", "OF", "TABLE");

    private final SqlPiece table;

    private ColumnPrefixes(SqlPiece table) {
        this.table = table;
    }

    static List<SqlPiece> without(List<SqlPiece> query) {
        if (query.isEmpty()
                || !(query.getFirst().isWord("SELECT") || query.getFirst().isWord("WITH"))) {
            return query;
        }
        List<Integer> froms = new ArrayList<>();
        for (int at = 0; at < query.size(); at++) {
            if (isOneOf(query.get(at), SET_OPERATIONS)) {
                return query;
            }
            if (query.get(at).isWord("FROM") && !(at > 0 && isOneOf(query.get(at - 1), BEFORE_ANOTHER_FROM))) {
                froms.add(at);
            }
        }
        return froms.size() == 1 ? without(query, froms.getFirst()) : query;
    }

    private static List<SqlPiece> without(List<SqlPiece> query, int from) {
        int end = from + 1;
        while (end < query.size() && !isOneOf(query.get(end), BEHIND_FROM)) {
            end++;
        }
        List<SqlPiece> tables = query.subList(from, end);
        Optional<SqlPiece> table = onlyTable(tables.subList(1, tables.size()));
        if (table.isEmpty()) {
            return query;
        }
        ColumnPrefixes prefixes = new ColumnPrefixes(table.get());
        List<SqlPiece> bare = new ArrayList<>(prefixes.strip(query.subList(0, from)));
        bare.addAll(tables);
        bare.addAll(prefixes.strip(query.subList(end, query.size())));
        return bare;
    }

    /** The name by which the query calls its table, unless it reads several. */
    private static Optional<SqlPiece> onlyTable(List<SqlPiece> tables) {
        Optional<SqlPiece> last = Optional.empty();
        for (SqlPiece piece : tables) {
            if (piece.isWord("TABLESAMPLE")) {
                return last;
            }
            if (piece.isSymbol(",") || piece.isWord("JOIN")) {
                return Optional.empty();
            }
            if (piece instanceof Leaf leaf && !piece.isSymbol(";")) {
                last = piece.isName() ? Optional.of(leaf) : Optional.empty();
            }
        }
        return last;
    }

    private List<SqlPiece> strip(List<SqlPiece> pieces) {
        List<SqlPiece> bare = new ArrayList<>();
        for (int at = 0; at < pieces.size(); at++) {
            if (isPrefix(pieces, at)) {
                at++;
            } else if (pieces.get(at) instanceof Group group && !group.isQuery()) {
                bare.add(new Group(group.opening(), strip(group.pieces())));
            } else {
                bare.add(pieces.get(at));
            }
        }
        return bare;
    }

    /** Whether the table's name and a dot stand here, before a column: not before a function, a type or an asterisk. */
    private boolean isPrefix(List<SqlPiece> pieces, int at) {
        return at + 2 < pieces.size()
                && pieces.get(at).equals(table)
                && pieces.get(at + 1).isSymbol(".")
                && pieces.get(at + 2).isName()
                && (at + 3 == pieces.size()
                        || !(pieces.get(at + 3).isSymbol(".")
                                || pieces.get(at + 3).isRoundGroup()))
                && (at == 0 || mayStandBeforeColumn(pieces.get(at - 1)));
    }

    private static boolean mayStandBeforeColumn(SqlPiece piece) {
        return switch (piece) {
            case Group group -> true;
            case Leaf leaf ->
                switch (leaf.token().type()) {
                    case WORD -> leaf.isKeyWord() && !isOneOf(leaf, BEFORE_OTHER_NAMES);
                    case SYMBOL -> !leaf.isSymbol("::") && !leaf.isSymbol(".");
                    case NAME, STRING, NUMBER, COMMENT -> false;
                };
        };
    }

    private static boolean isOneOf(SqlPiece piece, Set<String> words) {
        return piece.isKeyWord()
                && piece instanceof Leaf leaf
                && words.contains(leaf.token().text());
    }
}
