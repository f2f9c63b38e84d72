package io.evenkeel.alerter.rulebook;

import io.evenkeel.alerter.rule.Origin;
import io.evenkeel.alerter.rule.Rule;
import io.evenkeel.alerter.rule.RuleReader;
import io.evenkeel.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rules in files, and in the {@code .yaml} and {@code .yml} files of directories. */
public final class RuleFiles {
    private final List<Path> places;

    /** @param places files and directories, in the order in which their rules are asked */
    public RuleFiles(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /**
     * Reads all rules.
     *
     * @throws SettingsException naming every problem of every file
     */
    public List<Rule> read() {
        return parse(texts());
    }

    /** The rules of these texts, by the name of the file. */
    static List<Rule> parse(Map<String, String> texts) {
        List<Rule> rules = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        texts.forEach((file, text) -> {
            try {
                rules.addAll(RuleReader.read(Origin.FILE, file, text));
            } catch (SettingsException wrong) {
                problems.add(String.valueOf(wrong.getMessage()));
            }
        });
        problems.addAll(repeated(rules));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return rules;
    }

    /** A line for each rule that is called as one before it. */
    static List<String> repeated(List<Rule> rules) {
        Map<String, Rule> named = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Rule rule : rules) {
            Rule first = named.putIfAbsent(rule.name(), rule);
            if (first != null) {
                problems.add(rule.place() + ": name: expected another name for each rule, found '" + rule.name()
                        + "' again, as in " + first.place());
            }
        }
        return problems;
    }

    /** What the files say, in the order in which they are asked. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path place : places) {
            try {
                texts.putAll(Files.isDirectory(place) ? directory(place) : Map.of(place.toString(), text(place)));
            } catch (IOException unreadable) {
                problems.add(place + ": expected a readable file or directory with rules, found "
                        + unreadable.getClass().getSimpleName());
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return texts;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private static Map<String, String> directory(Path directory) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(RuleFiles::isRules).toList()) {
                texts.put(file.toString(), text(file));
            }
        }
        return texts;
    }

    private static boolean isRules(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }
}
