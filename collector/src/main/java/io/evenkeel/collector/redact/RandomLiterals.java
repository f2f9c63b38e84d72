package io.evenkeel.collector.redact;

import java.util.List;
import java.util.regex.Pattern;

/** Quoted texts that nobody would make up: long, without spaces, letters and digits in disorder. */
final class RandomLiterals implements Finder {
    private static final int SHORTEST = 32;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]++|[0-9A-F]++");
    private static final int WORDS = 4;
    private static final int DIGITS = 3;

    @Override
    public void find(Haystack in, List<Span> found) {
        find('\'', in, found);
        find('"', in, found);
    }

    private static void find(char quote, Haystack in, List<Span> found) {
        int from = in.text().indexOf(quote);
        while (from >= 0) {
            int end = from + 1;
            while (isPart(in.at(end))) {
                end++;
            }
            if (end - from > SHORTEST
                    && isQuote(in.at(end))
                    && isRandom(in.text().substring(from + 1, end))) {
                found.add(new Span(from + 1, end));
            }
            from = in.text().indexOf(quote, end);
        }
    }

    private static boolean isPart(char character) {
        return Haystack.isLetterOrDigit(character) || "+/_-=".indexOf(character) >= 0;
    }

    private static boolean isQuote(char character) {
        return "'\"\\".indexOf(character) >= 0;
    }

    private static boolean isRandom(String text) {
        if (text.split("[_/-]").length > WORDS
                || text.chars().filter(Character::isDigit).count() < DIGITS) {
            return false;
        }
        boolean lower = text.chars().anyMatch(Character::isLowerCase);
        boolean upper = text.chars().anyMatch(Character::isUpperCase);
        return lower && upper || HEXADECIMAL.matcher(text).matches();
    }
}
