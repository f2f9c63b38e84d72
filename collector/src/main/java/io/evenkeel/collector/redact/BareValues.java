package io.evenkeel.collector.redact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values without quotes. Most names in code are given variables, columns and calls, which are no secrets. */
final class BareValues {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+(?:\\.[A-Za-z_][A-Za-z0-9_]*+)*+");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\$[0-9{]|%[sLI0-9$(]|\\{\\{|:[A-Za-z_]|<[A-Za-z_ -]++>|\\?(?![^\\s,;)])|\\*++(?![^\\s,;)])|\\[redacted |@[A-Za-z_]");
    private static final Pattern NEXT_OPTION =
            Pattern.compile("(?:;[A-Za-z_ ]{1,40}+=|[&,?][A-Za-z_.-]{1,40}+=|[;&,?](?:$|['\"\\s]))");
    private static final Set<String> KEYWORDS = Set.of(
            "null",
            "true",
            "false",
            "default",
            "select",
            "case",
            "any",
            "all",
            "some",
            "array",
            "not",
            "none",
            "required",
            "current_user",
            "session_user",
            "user",
            "varchar",
            "text",
            "string",
            "new",
            "old");
    private static final Pattern VARIABLE = Pattern.compile(
            "(?i)\\b(?:p|v|l|in|out|new|old|arg|var|rec|row|excluded)_.*+|_.*+|.*(?:pass|pwd|secret|token|hash|key|cred).*+");
    private static final String ENDS_REFERENCE = "([|);,:]}<>'\"";
    private static final List<String> SIBLINGS = List.of("host=", "user=", "dbname=", "server=", "uid=");
    private static final int LONGEST = 4096;
    private static final int LOOK_BACK = 200;
    private static final int LONG_WORD = 16;

    private BareValues() {}

    static Optional<Span> at(Haystack in, int nameStart, String operator, boolean spaced, int start) {
        if (in.match(PLACEHOLDER, start, LOOK_BACK).lookingAt()) {
            return Optional.empty();
        }
        Matcher reference = in.match(REFERENCE, start, LONGEST);
        if (reference.lookingAt() && endsReference(in, reference.end())) {
            if (!isSecret(in, nameStart, operator, spaced, reference)) {
                return Optional.empty();
            }
        }
        return value(in, start);
    }

    private static boolean endsReference(Haystack in, int end) {
        char next = in.at(end);
        return next <= ' '
                || ENDS_REFERENCE.indexOf(next) >= 0
                || (next == '&' || next == '?') && Haystack.isLetter(in.at(end + 1));
    }

    private static boolean isSecret(Haystack in, int nameStart, String operator, boolean spaced, Matcher reference) {
        String word = reference.group();
        boolean calls = "([".indexOf(in.at(reference.end())) >= 0 && reference.end() < in.length();
        if (calls || KEYWORDS.contains(word.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean odd = word.length() >= LONG_WORD || word.chars().anyMatch(Character::isDigit);
        boolean named = VARIABLE.matcher(word).matches();
        return switch (operator) {
            case ":" -> odd && !named && !word.contains(".");
            case "=", "==" -> spaced ? odd && !named && isProse(in, nameStart) : !named && isOption(in, nameStart);
            default -> false;
        };
    }

    /** Whether the name stands as in a connection string, a query of a URL, an item of options or a comment. */
    private static boolean isOption(Haystack in, int nameStart) {
        char before = in.at(nameStart - 1);
        return nameStart == 0 || "&?;{".indexOf(before) >= 0 || isProse(in, nameStart) || hasSibling(in, nameStart);
    }

    private static boolean hasSibling(Haystack in, int nameStart) {
        String around =
                in.lower().substring(Math.max(0, nameStart - LOOK_BACK), Math.min(in.length(), nameStart + LOOK_BACK));
        return SIBLINGS.stream().anyMatch(around::contains);
    }

    /** Whether the name stands within quotes, in a comment, or in a text that is no code. */
    private static boolean isProse(Haystack in, int nameStart) {
        String before = in.text().substring(Math.max(0, nameStart - LOOK_BACK), nameStart);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        long quotes = line.chars().filter(character -> character == '\'').count();
        return quotes % 2 == 1
                || line.contains("--")
                || (before.length() == nameStart
                        && !before.contains("(")
                        && !before.contains(";")
                        && !in.text().contains("(")
                        && !in.text().contains(";"));
    }

    /** Up to where the next option begins, without the punctuation of the sentence around it. */
    private static Optional<Span> value(Haystack in, int start) {
        int end = start;
        while (end < in.length() && !endsValue(in, end)) {
            end++;
        }
        while (end > start && ")]}>,;.".indexOf(in.at(end - 1)) >= 0) {
            end--;
        }
        return end > start ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private static boolean endsValue(Haystack in, int index) {
        char character = in.at(index);
        return character <= ' '
                || "'\"`".indexOf(character) >= 0
                || (";&,?".indexOf(character) >= 0
                        && in.match(NEXT_OPTION, index, LOOK_BACK).lookingAt());
    }
}
