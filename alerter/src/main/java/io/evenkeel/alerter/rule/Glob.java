package io.evenkeel.alerter.rule;

import com.google.re2j.Pattern;
import java.util.Optional;

/** A word in which {@code *} stands for any characters and {@code ?} for one. Matched in linear time. */
final class Glob {
    private final String text;
    private final Optional<Pattern> pattern;

    /** @param pattern empty: a word that stands for itself, as most do */
    private Glob(String text, Optional<Pattern> pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static Glob of(String text) {
        if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
            return new Glob(text, Optional.empty());
        }
        StringBuilder regex = new StringBuilder();
        text.codePoints().forEach(point -> append(regex, point, "(?s:.*)", "(?s:.)"));
        return new Glob(text, Optional.of(Pattern.compile(regex.toString())));
    }

    static void append(StringBuilder regex, int point, String any, String one) {
        switch (point) {
            case '*' -> regex.append(any);
            case '?' -> regex.append(one);
            default -> regex.append(Pattern.quote(Character.toString(point)));
        }
    }

    boolean matches(String word) {
        return pattern.map(wild -> wild.matches(word)).orElseGet(() -> text.equals(word));
    }

    @Override
    public String toString() {
        return text;
    }
}
