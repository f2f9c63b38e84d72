package io.evenkeel.analyzer.diff;

/**
 * One token of SQL.
 *
 * @param text as written; of a name in quotation marks, what stands between them
 */
record SqlToken(Type type, String text) {
    enum Type {
        /** A key word or a name without quotation marks. */
        WORD,
        /** A name in quotation marks. */
        NAME,
        /** A string in any form of quotes, with them and its prefix. */
        STRING,
        NUMBER,
        /** An operator, a bracket or punctuation. */
        SYMBOL,
        /** A comment; PostgreSQL prints none, so it counts like anything else. */
        COMMENT
    }

    static SqlToken word(String text) {
        return new SqlToken(Type.WORD, text);
    }

    static SqlToken name(String text) {
        return new SqlToken(Type.NAME, text);
    }

    static SqlToken symbol(String text) {
        return new SqlToken(Type.SYMBOL, text);
    }

    boolean isWord(String word) {
        return type == Type.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return type == Type.SYMBOL && text.equals(symbol);
    }

    /** Whether it can name something: PostgreSQL prints its key words in capitals, and such names in quotes. */
    boolean isName() {
        return type == Type.NAME || (type == Type.WORD && !isKeyWord());
    }

    boolean isKeyWord() {
        return type == Type.WORD
                && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_')
                && text.charAt(0) != '_';
    }
}
