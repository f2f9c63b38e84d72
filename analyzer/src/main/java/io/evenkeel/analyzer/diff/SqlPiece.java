package io.evenkeel.analyzer.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A piece of SQL: a token, or what stands in brackets. */
sealed interface SqlPiece {
    /** Deeper brackets are not looked into: the text then has no canonical form. */
    int DEEPEST = 400;

    record Leaf(SqlToken token) implements SqlPiece {}

    /** @param opening the bracket that opens it */
    record Group(String opening, List<SqlPiece> pieces) implements SqlPiece {
        public Group {
            pieces = List.copyOf(pieces);
        }

        static Group round(List<SqlPiece> pieces) {
            return new Group("(", pieces);
        }

        boolean isRound() {
            return opening.equals("(");
        }

        /** Whether it holds a query of its own. */
        boolean isQuery() {
            return !pieces.isEmpty()
                    && switch (pieces.getFirst()) {
                        case Group first -> first.isRound() && first.isQuery();
                        case Leaf first ->
                            first.token.isWord("SELECT") || first.token.isWord("WITH") || first.token.isWord("VALUES");
                    };
        }
    }

    static SqlPiece leaf(SqlToken token) {
        return new Leaf(token);
    }

    default boolean isWord(String word) {
        return this instanceof Leaf leaf && leaf.token.isWord(word);
    }

    default boolean isSymbol(String symbol) {
        return this instanceof Leaf leaf && leaf.token.isSymbol(symbol);
    }

    default boolean isName() {
        return this instanceof Leaf leaf && leaf.token.isName();
    }

    default boolean isKeyWord() {
        return this instanceof Leaf leaf && leaf.token.isKeyWord();
    }

    default boolean isRoundGroup() {
        return this instanceof Group group && group.isRound();
    }

    /** The pieces of a text; empty if its quotes or brackets do not close, or nest too deep. */
    static Optional<List<SqlPiece>> of(String sql) {
        return SqlTokenizer.tokens(sql).flatMap(SqlPiece::nested);
    }

    private static Optional<List<SqlPiece>> nested(List<SqlToken> tokens) {
        Deque<String> openings = new ArrayDeque<>();
        Deque<List<SqlPiece>> levels = new ArrayDeque<>();
        levels.push(new ArrayList<>());
        for (SqlToken token : tokens) {
            if (token.isSymbol("(") || token.isSymbol("[")) {
                openings.push(token.text());
                levels.push(new ArrayList<>());
            } else if (token.isSymbol(")") || token.isSymbol("]")) {
                if (openings.isEmpty() || openings.peek().equals("(") != token.isSymbol(")")) {
                    return Optional.empty();
                }
                Group closed = new Group(openings.pop(), levels.pop());
                levels.element().add(closed);
            } else {
                levels.element().add(leaf(token));
            }
            if (openings.size() > DEEPEST) {
                return Optional.empty();
            }
        }
        return openings.isEmpty() ? Optional.of(List.copyOf(levels.element())) : Optional.empty();
    }
}
