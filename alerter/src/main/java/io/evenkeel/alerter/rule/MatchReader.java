package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.runtime.settings.Nearest;
import io.evenkeel.runtime.settings.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the conditions of a rule. */
final class MatchReader {
    private MatchReader() {}

    static Match read(Section rule) {
        Section match = rule.section("match");
        Map<String, List<Glob>> having = new TreeMap<>();
        match.lists("having").forEach((attribute, words) -> having.put(attribute, globs(words)));
        Match read = new Match(
                globs(match, "baseline"),
                globs(match, "target"),
                globs(match, "kind"),
                names(match),
                globs(match, "category"),
                words(match, "change", Change.values(), Change::word),
                words(match, "severity", Severity.values(), Severity::word),
                new Match.What(globs(match, "attribute"), globs(match, "from"), globs(match, "to")),
                having,
                match.text("shape"));
        if (match.isEmpty()) {
            rule.problem("match", "at least one condition", "none", "'kind: \"*\"' matches everything");
        }
        return read;
    }

    private static List<Glob> globs(Section match, String key) {
        return globs(match.texts(key));
    }

    private static List<Glob> globs(List<String> words) {
        return words.stream().map(Glob::of).toList();
    }

    private static List<NamePattern> names(Section match) {
        List<NamePattern> names = new ArrayList<>();
        for (String glob : match.texts("name")) {
            add(names, NamePattern.glob(glob), match, "name", "a closed quote", glob);
        }
        for (String regex : match.texts("name-regex")) {
            add(names, NamePattern.regex(regex), match, "name-regex", "a regular expression (RE2)", regex);
        }
        return names;
    }

    private static void add(
            List<NamePattern> names,
            Optional<NamePattern> pattern,
            Section match,
            String key,
            String expected,
            String found) {
        if (pattern.isEmpty()) {
            match.problem(key, expected, "'" + found + "'", "");
        }
        pattern.ifPresent(names::add);
    }

    static Optional<Severity> severity(Section section, String word) {
        return word(section, "severity", word, Severity.values(), Severity::word);
    }

    private static <T> Set<T> words(Section section, String key, T[] values, Function<T, String> name) {
        Set<T> found = new LinkedHashSet<>();
        section.texts(key)
                .forEach(text -> word(section, key, text, values, name).ifPresent(found::add));
        return found;
    }

    private static <T> Optional<T> word(
            Section section, String key, String text, T[] values, Function<T, String> name) {
        Optional<T> value =
                Stream.of(values).filter(each -> name.apply(each).equals(text)).findFirst();
        if (value.isEmpty()) {
            List<String> known = Arrays.stream(values).map(name).toList();
            section.problem(
                    key,
                    "one of " + known.stream().collect(Collectors.joining(", ")),
                    "'" + text + "'",
                    Nearest.to(text, known)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse(""));
        }
        return value;
    }
}
