package io.evenkeel.alerter.rule;

import com.google.re2j.Pattern;

/** A word in which {@code *} stands for any characters and {@code ?} for one. Matched in linear time. */
final class Glob {
    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        text.codePoints().forEach(point -> append(regex, point, "(?s:.*)", "(?s:.)"));
        return new Glob(text, Pattern.compile(regex.toString()));
    }

    static void append(StringBuilder regex, int point, String any, String one) {
        switch (point) {
            case '*' -> regex.append(any);
            case '?' -> regex.append(one);
            default -> regex.append(Pattern.quote(Character.toString(point)));
        }
    }

    boolean matches(String word) {
        return pattern.matches(word);
    }

    @Override
    public String toString() {
        return text;
    }
}
