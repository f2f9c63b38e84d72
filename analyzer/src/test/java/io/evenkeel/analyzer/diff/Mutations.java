package io.evenkeel.analyzer.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that differ from one of PostgreSQL's in one name, key word, literal or operator. */
final class Mutations {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[-+*/<>=~!@#%^&|?]+|::");

    private Mutations() {}

    static List<String> of(String text) {
        List<String> mutations = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String before = text.substring(0, matcher.start());
            String after = text.substring(matcher.end());
            mutations.add(before + changed(matcher.group()) + after);
        }
        return mutations;
    }

    private static String changed(String token) {
        char first = token.charAt(0);
        if (first == '\'' || first == '"') {
            return token.substring(0, token.length() - 1) + " " + first;
        }
        if (Character.isLetter(first) || first == '_') {
            return token + (Character.isUpperCase(first) ? "X" : "x");
        }
        if (Character.isDigit(first)) {
            return token + "1";
        }
        return token.equals("=") ? "<" : "=";
    }
}
