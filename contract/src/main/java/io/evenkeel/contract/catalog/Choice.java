package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which names somebody chose, by patterns in which {@code *} stands for any text.
 *
 * @param include empty: every name
 * @param exclude wins over {@code include}
 */
public record Choice(List<String> include, List<String> exclude) {
    /** Every name. */
    public static final Choice ALL = new Choice(List.of(), List.of());

    public Choice {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    @JsonIgnore
    public boolean isAll() {
        return include.isEmpty() && exclude.isEmpty();
    }

    /** Whether that name is chosen. */
    public boolean holds(String name) {
        return (include.isEmpty() || fits(include, name)) && !fits(exclude, name);
    }

    private static boolean fits(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> fits(pattern, name));
    }

    private static boolean fits(String pattern, String name) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();
    }

    /** Such as {@code all but audit, tmp_*}. */
    @Override
    public String toString() {
        String some = include.isEmpty() ? "all" : "only " + names(include);
        return exclude.isEmpty() ? some : some + " but " + names(exclude);
    }

    private static String names(List<String> patterns) {
        return patterns.stream().sorted().collect(Collectors.joining(", "));
    }
}
