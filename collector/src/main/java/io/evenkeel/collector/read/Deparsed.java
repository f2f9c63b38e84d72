package io.evenkeel.collector.read;

import io.evenkeel.contract.catalog.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * SQL that the server wrote from its parse tree, in the one form that survives dump and restore: the server reads its own
 * text back as another tree where a list of {@code varchar} is cast as a whole, and where AND or OR begins with
 * another of its kind (BETWEEN).
 */
final class Deparsed {
    private static final String ARRAY = "ARRAY[";
    private static final String ARRAY_CAST = "::text[]";
    private static final List<String> CONNECTIVES = List.of(" AND ", " OR ");

    private final String text;
    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private int at;

    private Deparsed(String text) {
        this.text = text;
    }

    static Value canonical(Value value) {
        return switch (value) {
            case Value.Text some -> new Value.Text(canonical(some.text()));
            case Value.TextList list ->
                new Value.TextList(
                        list.items().stream().map(Deparsed::canonical).toList());
            case Value.Int number -> number;
            case Value.Decimal number -> number;
            case Value.Bool truth -> truth;
            case Value.Null none -> none;
        };
    }

    static String canonical(String text) {
        return text.indexOf('(') < 0 ? text : new Deparsed(text).run();
    }

    private String run() {
        open.push(new StringBuilder());
        while (at < text.length()) {
            char next = text.charAt(at);
            int end = endOfToken(text, at);
            if (next == '(') {
                open.push(new StringBuilder());
            } else if (next == ')' && open.size() > 1) {
                close(open.pop().toString());
            } else {
                current().append(text, at, end);
            }
            at = Math.max(end, at);
        }
        while (open.size() > 1) {
            String unclosed = open.pop().toString();
            current().append('(').append(unclosed);
        }
        return current().toString();
    }

    private StringBuilder current() {
        return open.element();
    }

    private void close(String inner) {
        if (inner.startsWith(ARRAY)
                && text.startsWith(ARRAY_CAST, at + 1)
                && endOfGroup(inner, ARRAY.length() - 1) == inner.length()) {
            current().append(castEach(inner.substring(ARRAY.length(), inner.length() - 1)));
            at += 1 + ARRAY_CAST.length();
        } else {
            current().append('(').append(flat(inner)).append(')');
        }
    }

    private static String castEach(String elements) {
        List<String> cast = new ArrayList<>();
        int from = 0;
        while (from <= elements.length()) {
            int comma = indexAtTop(elements, ", ", from);
            int to = comma < 0 ? elements.length() : comma;
            cast.add("(" + elements.substring(from, to) + ")::text");
            from = comma < 0 ? elements.length() + 1 : comma + 2;
        }
        return ARRAY + String.join(", ", cast) + "]";
    }

    private static String flat(String inner) {
        if (!inner.startsWith("(")) {
            return inner;
        }
        int end = endOfGroup(inner, 0);
        String first = inner.substring(1, Math.max(1, end - 1));
        boolean nested =
                CONNECTIVES.stream().anyMatch(word -> inner.startsWith(word, end) && indexAtTop(first, word, 0) >= 0);
        return nested ? first + inner.substring(end) : inner;
    }

    private static int indexAtTop(String text, String word, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.startsWith(word, at)) {
                return at;
            }
            at = isOpening(text.charAt(at)) ? endOfGroup(text, at) : endOfToken(text, at);
        }
        return -1;
    }

    /** Behind the bracket that closes the one at {@code start}, or the text's end. */
    private static int endOfGroup(String text, int start) {
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char next = text.charAt(at);
            depth += isOpening(next) ? 1 : next == ')' || next == ']' ? -1 : 0;
            at = endOfToken(text, at);
            if (depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    private static boolean isOpening(char character) {
        return character == '(' || character == '[';
    }

    /** Behind the quoted text that begins here (a doubled quote begins the next one), else behind the character. */
    private static int endOfToken(String text, int at) {
        char quote = text.charAt(at);
        if (quote != '\'' && quote != '"') {
            return at + 1;
        }
        int closing = text.indexOf(quote, at + 1);
        return closing < 0 ? text.length() : closing + 1;
    }
}
