package io.evenkeel.analyzer.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts SQL into tokens as PostgreSQL's scanner does; what lies between them is white space only. */
final class SqlTokenizer {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";
    private static final String SPACES = " \t\n\r\f\u000b";

    /** Names that a later major took for key words: it prints them in quotes, an earlier one without. */
    private static final Set<String> KEY_WORDS_OF_SOME = Set.of(
            "json",
            "json_array",
            "json_arrayagg",
            "json_exists",
            "json_object",
            "json_objectagg",
            "json_query",
            "json_scalar",
            "json_serialize",
            "json_table",
            "json_value",
            "merge_action",
            "system_user");

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;

    private SqlTokenizer(String sql) {
        this.sql = sql;
    }

    /** The tokens; empty if the text ends within one. */
    static Optional<List<SqlToken>> tokens(String sql) {
        SqlTokenizer tokenizer = new SqlTokenizer(sql);
        while (tokenizer.at < sql.length()) {
            if (!tokenizer.next()) {
                return Optional.empty();
            }
        }
        return Optional.of(tokenizer.tokens);
    }

    private boolean next() {
        char first = sql.charAt(at);
        if (SPACES.indexOf(first) >= 0) {
            at++;
            return true;
        }
        if (startsString()) {
            return string(at);
        }
        return switch (first) {
            case '"' -> name();
            case '$' -> dollar();
            case '-' -> sql.startsWith("--", at) ? lineComment() : operator();
            case '/' -> sql.startsWith("/*", at) ? blockComment() : operator();
            default -> other(first);
        };
    }

    private boolean other(char first) {
        if (digit(first) || (first == '.' && at + 1 < sql.length() && digit(sql.charAt(at + 1)))) {
            return number();
        }
        if (startsWord(first)) {
            return word();
        }
        if (OPERATORS.indexOf(first) >= 0) {
            return operator();
        }
        return add(SqlToken.Type.SYMBOL, sql.startsWith("::", at) ? at + 2 : at + 1);
    }

    /** A quote, or one of the prefixes E, B, X, N and U& before one. */
    private boolean startsString() {
        return sql.charAt(at) == '\'' || prefix() > 0;
    }

    private int prefix() {
        if ("eEbBxXnN".indexOf(sql.charAt(at)) >= 0 && sql.startsWith("'", at + 1)) {
            return 1;
        }
        return sql.regionMatches(true, at, "U&", 0, 2) && (sql.startsWith("'", at + 2) || sql.startsWith("\"", at + 2))
                ? 2
                : 0;
    }

    private boolean string(int start) {
        int quote = start + prefix();
        boolean escapes = Character.toUpperCase(sql.charAt(start)) == 'E';
        int end = closing(quote, escapes);
        return end >= 0 && add(SqlToken.Type.STRING, end);
    }

    private boolean name() {
        int end = closing(at, false);
        if (end < 0) {
            return false;
        }
        String content = sql.substring(at + 1, end - 1);
        tokens.add(KEY_WORDS_OF_SOME.contains(content) ? SqlToken.word(content) : SqlToken.name(content));
        at = end;
        return true;
    }

    /** Behind the quote that closes the one at this place; a doubled one does not. */
    private int closing(int opening, boolean escapes) {
        char quote = sql.charAt(opening);
        for (int i = opening + 1; i < sql.length(); i++) {
            char found = sql.charAt(i);
            if (escapes && found == '\\') {
                i++;
            } else if (found == quote) {
                if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        return -1;
    }

    private boolean dollar() {
        int end = at + 1;
        while (end < sql.length() && inWord(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        boolean quotes = end < sql.length() && sql.charAt(end) == '$' && (end == at + 1 || !digit(sql.charAt(at + 1)));
        if (!quotes) {
            return add(SqlToken.Type.WORD, end);
        }
        String tag = sql.substring(at, end + 1);
        int close = sql.indexOf(tag, end + 1);
        return close >= 0 && add(SqlToken.Type.STRING, close + tag.length());
    }

    private boolean lineComment() {
        int end = sql.indexOf('\n', at);
        return add(SqlToken.Type.COMMENT, end < 0 ? sql.length() : end);
    }

    /** Comments nest. */
    private boolean blockComment() {
        int depth = 0;
        int i = at;
        do {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
            } else {
                i++;
            }
        } while (depth > 0 && i < sql.length());
        return depth == 0 && add(SqlToken.Type.COMMENT, i);
    }

    private boolean operator() {
        int end = at + 1;
        while (end < sql.length()
                && OPERATORS.indexOf(sql.charAt(end)) >= 0
                && !sql.startsWith("--", end)
                && !sql.startsWith("/*", end)) {
            end++;
        }
        return add(SqlToken.Type.SYMBOL, end);
    }

    private boolean number() {
        int end = at;
        while (end < sql.length() && (inWord(sql.charAt(end)) || sql.charAt(end) == '.' || signOfExponent(end))) {
            end++;
        }
        return add(SqlToken.Type.NUMBER, end);
    }

    private boolean signOfExponent(int i) {
        return (sql.charAt(i) == '-' || sql.charAt(i) == '+')
                && "eE".indexOf(sql.charAt(i - 1)) >= 0
                && !sql.regionMatches(true, at, "0x", 0, 2);
    }

    private boolean word() {
        int end = at;
        while (end < sql.length() && inWord(sql.charAt(end))) {
            end++;
        }
        return add(SqlToken.Type.WORD, end);
    }

    private boolean add(SqlToken.Type type, int end) {
        tokens.add(new SqlToken(type, sql.substring(at, end)));
        at = end;
        return true;
    }

    private static boolean startsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean inWord(char c) {
        return startsWord(c) || digit(c) || c == '$';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
