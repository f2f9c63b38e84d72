package io.evenkeel.collector.redact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quoted texts in SQL, in JSON, and in both within SQL's quotes. */
final class Literals {
    private static final Pattern PREFIX = Pattern.compile("(?:[eEnNbBxX]|[uU]&)(?=')");
    private static final Pattern DOLLARS = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z0-9_]{0,62}+)?+\\$");
    private static final int LONGEST_PREFIX = 3;
    private static final int LONGEST_TAG = 66;
    private static final int LONGEST_IN_DOLLARS = 4096;

    private Literals() {}

    /** What stands between the quotes of the literal that begins there; empty if none begins there. */
    static Optional<Span> at(Haystack in, int from) {
        Matcher prefix = in.match(PREFIX, from, LONGEST_PREFIX);
        int start = prefix.lookingAt() ? prefix.end() : from;
        boolean escapes = start > from && Character.toLowerCase(in.at(from)) == 'e';
        return switch (in.at(start)) {
            case '\'' -> quoted(in, start, escapes);
            case '`' -> Optional.of(new Span(start + 1, in.next("`", start + 1)));
            case '"' -> Optional.of(new Span(start + 1, unescaped(in, '"', start + 1)));
            case '\\' ->
                in.at(start + 1) == '"'
                        ? Optional.of(new Span(start + 2, in.next("\\\"", start + 2)))
                        : Optional.empty();
            case '$' -> dollars(in, start);
            default -> Optional.empty();
        };
    }

    private static Optional<Span> quoted(Haystack in, int start, boolean escapes) {
        int content = start;
        while (in.at(content) == '\'') {
            content++;
        }
        int quotes = content - start;
        if (quotes % 2 == 1) {
            return Optional.of(new Span(start + 1, closing(in, start + 1, escapes)));
        }
        // an empty literal, or one within a literal, whose quotes are doubled
        boolean empty = content >= in.length() || in.at(content) <= ' ' || ",;):|]".indexOf(in.at(content)) >= 0;
        return empty ? Optional.empty() : Optional.of(new Span(content, in.next("'", content)));
    }

    private static int closing(Haystack in, int from, boolean escapes) {
        int at = from;
        while (at < in.length()) {
            if (in.at(at) == '\'' && in.at(at + 1) != '\'') {
                return at;
            }
            boolean pair = in.at(at) == '\'' || (escapes && in.at(at) == '\\');
            at += pair ? 2 : 1;
        }
        return in.length();
    }

    private static int unescaped(Haystack in, char quote, int from) {
        int at = from;
        while (at < in.length() && in.at(at) != quote) {
            at += in.at(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, in.length());
    }

    private static Optional<Span> dollars(Haystack in, int start) {
        Matcher tag = in.match(DOLLARS, start, LONGEST_TAG);
        if (!tag.lookingAt()) {
            return Optional.empty();
        }
        int limit = Math.min(in.length(), tag.end() + LONGEST_IN_DOLLARS);
        int end = in.text().substring(tag.end(), limit).indexOf(tag.group());
        return end < 0 ? Optional.empty() : Optional.of(new Span(tag.end(), tag.end() + end));
    }
}
