package io.evenkeel.alerter.cause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the names in SQL, and takes rather too few than too many: bodies of functions, text in quotes and comments are
 * passed over, and of statements only those that define something are kept. Runs once over the text, in linear time.
 */
final class SqlNames {
    private static final Set<String> DEFINING = Set.of("create", "alter", "drop", "comment");
    /** What follows is what the statement uses. */
    private static final Set<String> USING = Set.of("as", "references", "execute", "from", "using", "when", "owned");

    private final String sql;
    private final List<Statement> statements = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> all = new HashSet<>();
    private boolean defines;
    private boolean begun;
    private boolean uses;

    SqlNames(String sql) {
        this.sql = sql;
    }

    List<Statement> statements() {
        int at = 0;
        while (at < sql.length()) {
            at = next(at);
        }
        end();
        return List.copyOf(statements);
    }

    /** Takes what begins there; returns where the next begins. */
    private int next(int at) {
        char first = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            return after("\n", at + 2);
        }
        if (sql.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        return switch (first) {
            case '\'' -> quoted(at);
            case '"' -> name(at);
            case '$' -> dollar(at);
            case ';' -> {
                end();
                yield at + 1;
            }
            case '(' -> {
                uses = true;
                yield at + 1;
            }
            default -> Character.isLetter(first) || first == '_' ? word(at) : at + 1;
        };
    }

    private int after(String mark, int from) {
        int at = sql.indexOf(mark, from);
        return at < 0 ? sql.length() : at + mark.length();
    }

    /** A doubled quote looks like two texts side by side, which comes to the same. */
    private int quoted(int at) {
        boolean escapes = at > 0 && Character.toLowerCase(sql.charAt(at - 1)) == 'e';
        int end = at + 1;
        while (end < sql.length() && sql.charAt(end) != '\'') {
            end += escapes && sql.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, sql.length());
    }

    private int name(int at) {
        int end = after("\"", at + 1);
        take(sql.substring(at + 1, Math.max(at + 1, end - 1)), end);
        return end;
    }

    private int dollar(int at) {
        int end = at + 1;
        while (end < sql.length() && isPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        boolean tag = end < sql.length() && sql.charAt(end) == '$';
        return tag ? after(sql.substring(at, end + 1), end + 1) : end;
    }

    private int word(int at) {
        int end = at;
        while (end < sql.length() && isPart(sql.charAt(end))) {
            end++;
        }
        String word = sql.substring(at, end).toLowerCase(Locale.ROOT);
        if (!begun) {
            begun = true;
            defines = DEFINING.contains(word);
        } else if (USING.contains(word)) {
            uses = true;
        } else {
            take(word, end);
        }
        return end;
    }

    /** What a dot follows is not the name of the thing itself. */
    private void take(String name, int end) {
        all.add(name);
        if (!uses && !sql.startsWith(".", end)) {
            made.add(name);
        }
    }

    private void end() {
        if (defines) {
            statements.add(new Statement(made, all));
        }
        made.clear();
        all.clear();
        defines = false;
        begun = false;
        uses = false;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
