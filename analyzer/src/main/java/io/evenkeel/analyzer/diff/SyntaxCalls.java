package io.evenkeel.analyzer.diff;

import io.evenkeel.analyzer.diff.SqlPiece.Group;
import io.evenkeel.analyzer.diff.SqlPiece.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns SQL's own syntax for functions, such as {@code EXTRACT(year FROM x)}, into the calls that PostgreSQL 13 made of
 * it, such as {@code date_part('year'::text, x)}: 13 no longer knows which of both was written, so that 14 and later can
 * be held against it only in this form.
 */
final class SyntaxCalls {
    private SyntaxCalls() {}

    static List<SqlPiece> of(List<SqlPiece> pieces) {
        List<SqlPiece> calls = new ArrayList<>();
        for (SqlPiece piece : pieces) {
            switch (piece) {
                case Group group -> group(calls, new Group(group.opening(), of(group.pieces())));
                case Leaf leaf -> calls.add(leaf);
            }
        }
        return withoutDefaultMode(calls);
    }

    /** Adds a group whose own groups are calls already, together with the key words before it. */
    private static void group(List<SqlPiece> before, Group group) {
        Optional<List<SqlPiece>> call = group.isRound() ? call(before, group.pieces()) : Optional.empty();
        if (call.isPresent()) {
            before.removeLast();
            if (call.get().getFirst().isWord("pg_collation_for")) {
                before.removeLast();
            }
            before.addAll(call.get());
            return;
        }
        operator(group).ifPresentOrElse(before::addAll, () -> before.add(group));
    }

    private static Optional<List<SqlPiece>> call(List<SqlPiece> before, List<SqlPiece> inside) {
        return switch (before.isEmpty() ? "" : keyWord(before.getLast())) {
            case "EXTRACT" -> extract(inside);
            case "SUBSTRING" -> substring(inside);
            case "OVERLAY" -> several(SqlToken.name("overlay"), split(inside, "PLACING", "FROM", "FOR"));
            case "POSITION" -> swapped(SqlToken.name("position"), split(inside, "IN"));
            case "XMLEXISTS" -> bracketed(SqlToken.name("xmlexists"), split(inside, "PASSING"));
            case "TRIM" -> trim(inside);
            case "NORMALIZE" -> normalize(inside);
            case "FOR" ->
                before.size() > 1 && before.get(before.size() - 2).isWord("COLLATION")
                        ? named(SqlToken.word("pg_collation_for"), List.of(inside))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<List<SqlPiece>> extract(List<SqlPiece> inside) {
        return inside.size() > 2
                        && inside.get(0) instanceof Leaf field
                        && field.isName()
                        && inside.get(1).isWord("FROM")
                ? named(
                        SqlToken.word("date_part"),
                        List.of(text(field.token().text()), inside.subList(2, inside.size())))
                : Optional.empty();
    }

    private static Optional<List<SqlPiece>> substring(List<SqlPiece> inside) {
        boolean similar = inside.stream().anyMatch(piece -> piece.isWord("SIMILAR"));
        return several(
                SqlToken.name("substring"),
                similar ? split(inside, "SIMILAR", "ESCAPE") : split(inside, "FROM", "FOR"));
    }

    private static Optional<List<SqlPiece>> trim(List<SqlPiece> inside) {
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        List<List<SqlPiece>> parts = split(inside.subList(1, inside.size()), "FROM");
        if (parts.size() != 2) {
            return Optional.empty();
        }
        List<List<SqlPiece>> arguments =
                parts.get(0).isEmpty() ? parts.subList(1, 2) : List.of(parts.get(1), parts.get(0));
        return switch (keyWord(inside.getFirst())) {
            case "BOTH" -> named(SqlToken.word("btrim"), arguments);
            case "LEADING" -> named(SqlToken.word("ltrim"), arguments);
            case "TRAILING" -> named(SqlToken.word("rtrim"), arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<List<SqlPiece>> normalize(List<SqlPiece> inside) {
        int last = inside.size() - 1;
        boolean hasForm = last > 1
                && inside.get(last - 1).isSymbol(",")
                && inside.get(last).isKeyWord();
        return named(
                SqlToken.name("normalize"),
                hasForm ? List.of(inside.subList(0, last - 1), form(inside.get(last))) : List.of(inside));
    }

    /** What is written between its operands, always in brackets. */
    private static Optional<List<SqlPiece>> operator(Group group) {
        List<SqlPiece> inside = group.pieces();
        if (!group.isRound() || inside.size() < 3) {
            return Optional.empty();
        }
        if (inside.getLast().isWord("NORMALIZED")) {
            return normalized(inside);
        }
        if (inside.size() == 3 && inside.get(1).isWord("OVERLAPS")) {
            return overlaps(inside);
        }
        for (int at = 1; at + 3 < inside.size(); at++) {
            if (inside.get(at).isWord("AT")
                    && inside.get(at + 1).isWord("TIME")
                    && inside.get(at + 2).isWord("ZONE")) {
                return named(
                        SqlToken.word("timezone"),
                        List.of(inside.subList(at + 3, inside.size()), inside.subList(0, at)));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<SqlPiece>> normalized(List<SqlPiece> inside) {
        int is = inside.size() - 2;
        if (inside.get(is).isWord("IS")) {
            return named(SqlToken.word("is_normalized"), List.of(inside.subList(0, is)));
        }
        return is > 1 && inside.get(is - 1).isWord("IS")
                ? named(SqlToken.word("is_normalized"), List.of(inside.subList(0, is - 1), form(inside.get(is))))
                : Optional.empty();
    }

    private static Optional<List<SqlPiece>> overlaps(List<SqlPiece> inside) {
        return inside.get(0) instanceof Group one && inside.get(2) instanceof Group other
                ? named(SqlToken.name("overlaps"), List.of(one.pieces(), other.pieces()))
                : Optional.empty();
    }

    /** {@code POSITION((a) IN (b))} is {@code position(b, a)}. */
    private static Optional<List<SqlPiece>> swapped(SqlToken function, List<List<SqlPiece>> parts) {
        return bracketed(function, parts.reversed());
    }

    private static Optional<List<SqlPiece>> bracketed(SqlToken function, List<List<SqlPiece>> parts) {
        List<List<SqlPiece>> arguments = parts.stream()
                .filter(part -> part.size() == 1)
                .flatMap(part -> part.getFirst() instanceof Group group ? Stream.of(group.pieces()) : Stream.empty())
                .toList();
        return arguments.size() == 2 ? named(function, arguments) : Optional.empty();
    }

    private static Optional<List<SqlPiece>> several(SqlToken function, List<List<SqlPiece>> arguments) {
        return arguments.size() > 1 ? named(function, arguments) : Optional.empty();
    }

    private static Optional<List<SqlPiece>> named(SqlToken function, List<List<SqlPiece>> arguments) {
        List<SqlPiece> inside = new ArrayList<>();
        for (List<SqlPiece> argument : arguments) {
            if (!inside.isEmpty()) {
                inside.add(SqlPiece.leaf(SqlToken.symbol(",")));
            }
            inside.addAll(argument);
        }
        return Optional.of(List.of(SqlPiece.leaf(function), Group.round(inside)));
    }

    /** The parts between these words, which come in this order; the later ones may be left out, the first may not. */
    private static List<List<SqlPiece>> split(List<SqlPiece> pieces, String... words) {
        List<List<SqlPiece>> parts = new ArrayList<>();
        int from = 0;
        for (String word : words) {
            int at = from;
            while (at < pieces.size() && !pieces.get(at).isWord(word)) {
                at++;
            }
            if (at == pieces.size()) {
                break;
            }
            parts.add(pieces.subList(from, at));
            from = at + 1;
        }
        parts.add(pieces.subList(from, pieces.size()));
        return parts;
    }

    private static List<SqlPiece> form(SqlPiece form) {
        return text(keyWord(form).toLowerCase(Locale.ROOT));
    }

    private static String keyWord(SqlPiece piece) {
        return piece.isKeyWord() && piece instanceof Leaf leaf ? leaf.token().text() : "";
    }

    private static List<SqlPiece> text(String content) {
        return Stream.of(
                        new SqlToken(SqlToken.Type.STRING, "'" + content + "'"),
                        SqlToken.symbol("::"),
                        SqlToken.word("text"))
                .map(SqlPiece::leaf)
                .toList();
    }

    /** 14 and later print the mode IN before a procedure's arguments, which 13 left out. */
    private static List<SqlPiece> withoutDefaultMode(List<SqlPiece> pieces) {
        List<SqlPiece> bare = new ArrayList<>();
        for (int at = 0; at < pieces.size(); at++) {
            boolean first = at == 0 || pieces.get(at - 1).isSymbol(",");
            if (!(first && pieces.get(at).isWord("IN"))) {
                bare.add(pieces.get(at));
            }
        }
        return bare;
    }
}
