package io.evenkeel.collector.redact;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which secrets are looked for. */
final class Haystack {
    private record Sought(int from, int at) {}

    private final String text;
    private final String lower;
    private final Map<String, Sought> sought = new HashMap<>();

    Haystack(String text) {
        this.text = text;
        this.lower = lower(text);
    }

    /** In lower case as far as ASCII goes, so that no character moves. */
    static String lower(String text) {
        char[] characters = text.toCharArray();
        boolean changed = false;
        for (int at = 0; at < characters.length; at++) {
            if (characters[at] >= 'A' && characters[at] <= 'Z') {
                characters[at] += 'a' - 'A';
                changed = true;
            }
        }
        return changed ? new String(characters) : text;
    }

    String text() {
        return text;
    }

    String lower() {
        return lower;
    }

    int length() {
        return text.length();
    }

    /** The character there; NUL, which no text of PostgreSQL holds, outside. */
    char at(int index) {
        return index < 0 || index >= text.length() ? '\0' : text.charAt(index);
    }

    /** Where the word next stands at or after {@code from}, or the end; remembered, so that asking again is free. */
    int next(String word, int from) {
        return next(text, word, from);
    }

    /** The same for a word in lower case, however the text has it. */
    int nextInAnyCase(String word, int from) {
        return next(lower, word, from);
    }

    private int next(String within, String word, int from) {
        Sought last = sought.get(word);
        if (last == null || from < last.from || from > last.at) {
            int at = within.indexOf(word, from);
            last = new Sought(from, at < 0 ? within.length() : at);
            sought.put(word, last);
        }
        return last.at;
    }

    /** The pattern held against the text from there on, over a bounded piece of it. */
    Matcher match(Pattern pattern, int from, int length) {
        Matcher matcher = pattern.matcher(text);
        matcher.region(from, (int) Math.min(text.length(), (long) from + length));
        matcher.useTransparentBounds(true);
        return matcher;
    }

    boolean isWord(int index) {
        char character = at(index);
        return character == '_' || isLetterOrDigit(character);
    }

    static boolean isLetterOrDigit(char character) {
        return (character >= '0' && character <= '9') || isLetter(character);
    }

    static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
