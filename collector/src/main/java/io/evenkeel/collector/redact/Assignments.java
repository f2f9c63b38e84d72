package io.evenkeel.collector.redact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is given to a name that speaks of a secret: {@code password=hunter2}, {@code "apiKey": "..."},
 * {@code PASSWORD '...'}, {@code api_key text DEFAULT '...'}, {@code set_config('app.jwt_secret', '...')}.
 */
final class Assignments implements Finder {
    private static final Pattern AFTER_NAME = Pattern.compile(
            "(?<close>(?:\\\\?+[\"'`\\])]|::[a-z ]{1,24}+){0,6}+)(?<space>\\s{0,20}+)"
                    + "(?:(?<operator>:=|=>|==?+|<>|!=|:(?!:))|(?<comma>,)"
                    + "|(?<word>(?:to|default|is(?: not)? distinct from)\\b))?+\\s{0,20}+\\({0,3}+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile(
            "\"?+\\s++(?:[a-z](?:[a-z0-9_ ()\\[\\]\"]|,(?=[0-9])){0,80}?\\bdefault\\s"
                    + "|(?:constant\\s++)?+[a-z_.]++(?:\\s++varying)?+(?:\\([0-9]++\\))?+(?:\\s++not\\s++null)?+\\s*+:=)\\s*+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONCATENATED = Pattern.compile("'\\s{0,20}+(?:\\|\\|\\s{0,20}+)?+");
    // what current_setting('app.secret', true) is replaced by where there is none
    private static final Pattern FALLBACK = Pattern.compile(
            "(?:true|false)\\s{0,20}+\\)\\s{0,20}+,\\s{0,20}+(?:''(?:::text)?+\\s{0,20}+\\)\\s{0,20}+,\\s{0,20}+)?+");
    private static final String SETTER = "set_config";
    private static final int SPACES = 8;
    private static final int REACH = 160;
    private static final int LONGEST_NAME = 128;

    @Override
    public void find(Haystack in, List<Span> found) {
        for (String word : SecretNames.WORDS) {
            int from = in.lower().indexOf(word);
            while (from >= 0) {
                int end = SecretNames.end(in, word, from);
                int next = from + word.length();
                if (end >= 0) {
                    Optional<Span> value = value(in, from, end);
                    value.ifPresent(found::add);
                    next = Math.max(next, value.map(Span::end).orElse(end));
                }
                from = in.lower().indexOf(word, next);
            }
        }
    }

    private static Optional<Span> value(Haystack in, int word, int end) {
        Matcher after = in.match(AFTER_NAME, end, REACH);
        if (!after.lookingAt()) {
            return Optional.empty();
        }
        int start = after.end();
        boolean quotedName = after.group("close").chars().anyMatch(character -> "\"'`".indexOf(character) >= 0);
        String operator = after.group("operator");
        if (operator != null) {
            boolean literalOnly = operator.equals("<>") || operator.equals("!=");
            return assigned(in, start)
                    .or(() -> literalOnly
                            ? Optional.empty()
                            : BareValues.at(in, nameStart(in, word), operator, end < after.start("operator"), start));
        }
        if (after.group("comma") != null) {
            return quotedName ? listed(in, nameStart(in, word), start) : Optional.empty();
        }
        boolean given = after.group("word") != null;
        if (!given && after.group("space").isEmpty()) {
            return Optional.empty();
        }
        Optional<Span> literal = quotedName && !given ? Optional.empty() : assigned(in, start);
        return literal.filter(span -> in.at(start) != '"').or(() -> declared(in, end));
    }

    /** A literal that is given to the name, also where it is put together of pieces or stands for others. */
    private static Optional<Span> assigned(Haystack in, int start) {
        Matcher pieces = in.match(CONCATENATED, start, REACH);
        if (pieces.lookingAt() && pieces.group().contains("|")) {
            return Literals.at(in, pieces.end());
        }
        if (pieces.lookingAt() && (pieces.end() == in.length() || ",;)".indexOf(in.at(pieces.end())) >= 0)) {
            return Optional.empty();
        }
        return Literals.at(in, start);
    }

    /** What a column, a parameter or a variable of that name begins with. */
    private static Optional<Span> declared(Haystack in, int end) {
        if (Math.min(in.nextInAnyCase("default", end), in.next(":=", end)) - end > REACH) {
            return Optional.empty();
        }
        Matcher type = in.match(DECLARED, end, REACH);
        return type.lookingAt() ? Literals.at(in, type.end()) : Optional.empty();
    }

    /** The text behind a name in a list of arguments, which may as well be a list of names. */
    private static Optional<Span> listed(Haystack in, int nameStart, int start) {
        Optional<Span> literal = Literals.at(in, start);
        if (literal.isEmpty()) {
            Matcher fallback = in.match(FALLBACK, start, REACH);
            return fallback.lookingAt() ? Literals.at(in, fallback.end()) : Optional.empty();
        }
        return literal.filter(
                span -> Words.isSecretLike(in.text().substring(span.start(), span.end())) || sets(in, nameStart));
    }

    private static boolean sets(Haystack in, int nameStart) {
        return in.lower()
                .substring(Math.max(0, nameStart - SETTER.length() - SPACES), nameStart)
                .contains(SETTER);
    }

    private static int nameStart(Haystack in, int word) {
        int start = word;
        while (word - start < LONGEST_NAME
                && (in.isWord(start - 1) || in.at(start - 1) == '.' || in.at(start - 1) == '-')) {
            start--;
        }
        return start;
    }
}
