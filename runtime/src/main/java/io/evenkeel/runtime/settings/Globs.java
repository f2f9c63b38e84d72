package io.evenkeel.runtime.settings;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names, in which {@code *} stands for any text. */
public record Globs(List<String> patterns, Pattern any) {
    /** Fits whatever one of the patterns fits; without patterns nothing. */
    public static Globs of(List<String> patterns) {
        String regex = patterns.stream().map(Globs::regex).collect(Collectors.joining("|"));
        return new Globs(List.copyOf(patterns), Pattern.compile(patterns.isEmpty() ? "(?!)" : regex, Pattern.DOTALL));
    }

    private static String regex(String glob) {
        return List.of(glob.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    public boolean match(String name) {
        return any.matcher(name).matches();
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }
}
