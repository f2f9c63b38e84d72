package io.evenkeel.runtime.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the settings file. A getter never throws: it notes the problem and returns the fallback, so that
 * {@link #check()} can tell all problems at once. A key that no getter asked for is a problem too.
 */
public final class Section {
    private final Problems problems;
    private final Variables variables;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();
    private final Map<String, Section> children = new TreeMap<>();

    Section(Problems problems, Variables variables, String path, MappingNode node) {
        this(problems, variables, path, node.getStartMark().getLine() + 1);
        node.getValue().forEach(tuple -> {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int at = tuple.getKeyNode().getStartMark().getLine() + 1;
            lines.put(key, at);
            if (values.put(key, tuple.getValueNode()) != null) {
                problems.add(at, place(key) + ": expected once, found again; keep one of them");
            }
        });
    }

    private Section(Problems problems, Variables variables, String path, int line) {
        this.problems = problems;
        this.variables = variables;
        this.path = path;
        this.line = line;
    }

    /** Throws {@link SettingsException} with every problem of the whole file. Call it on the root, after all reading. */
    public void check() {
        noteUnknownKeys();
        problems.throwIfAny();
    }

    private void noteUnknownKeys() {
        values.keySet().stream().filter(key -> !asked.contains(key)).forEach(key -> {
            String hint = Nearest.to(key, asked)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("expected one of " + String.join(", ", asked));
            problems.add(lineOf(key), place(key) + ": unknown key; " + hint);
        });
        children.values().forEach(Section::noteUnknownKeys);
    }

    /** Notes a problem with the value of that key. */
    public void problem(String key, String expected, String found, String remedy) {
        problems.add(
                lineOf(key),
                place(key) + ": expected " + expected + ", found " + found + (remedy.isEmpty() ? "" : "; " + remedy));
    }

    /** The line on which it begins; 1 is the first. */
    public int line() {
        return line;
    }

    /** Whether the file says nothing here. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether the file or an environment variable gives the key a value. */
    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key) || variables.inPlaceOf(place(key)).isPresent();
    }

    public Optional<String> text(String key) {
        asked.add(key);
        Optional<String> override = variables.inPlaceOf(place(key));
        if (override.isPresent()) {
            return override;
        }
        return Optional.ofNullable(values.get(key)).flatMap(node -> scalar(key, node));
    }

    public String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    /** The text, or the empty text and a problem. */
    public String requiredText(String key) {
        Optional<String> text = text(key).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            problem(key, "a value", "none", "set it");
        }
        return text.orElse("");
    }

    /** A value that is never shown; usually {@code ${file:/path}} or {@code ${env:NAME}}. */
    public Optional<Secret> secret(String key) {
        return text(key).map(Secret::new);
    }

    /** The file that the value is all of, where it is {@code ${file:/path}}: to read it again later. */
    public Optional<Path> fileOf(String key) {
        return variables.inPlaceOf(place(key)).isEmpty() && values.get(key) instanceof ScalarNode scalar
                ? Variables.soleFile(scalar.getValue())
                : Optional.empty();
    }

    /** A file or directory; a leading {@code ~/} stands for the user's home. */
    public Optional<Path> path(String key) {
        return text(key).map(Section::located);
    }

    /** Files or directories; a single one counts as a list of one. */
    public List<Path> paths(String key) {
        return texts(key).stream().map(Section::located).toList();
    }

    private static Path located(String text) {
        return text.startsWith("~/")
                ? Path.of(System.getProperty("user.home")).resolve(text.substring(2))
                : Path.of(text);
    }

    public int integer(String key, int fallback, int min, int max) {
        return parsed(key, fallback, "a whole number from " + min + " to " + max, text -> {
            int number = Integer.parseInt(text);
            return number >= min && number <= max ? Optional.of(number) : Optional.empty();
        });
    }

    public boolean truth(String key, boolean fallback) {
        return parsed(key, fallback, "true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A duration such as {@code 250ms}, {@code 5s}, {@code 10m}, {@code 24h} or {@code 7d}. */
    public Duration duration(String key, Duration fallback, Duration min, Duration max) {
        String expected =
                "a duration such as 250ms, 5s, 10m or 24h, from " + Durations.text(min) + " to " + Durations.text(max);
        return parsed(
                key,
                fallback,
                expected,
                text -> Durations.parse(text)
                        .filter(duration -> duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0));
    }

    private <T> T parsed(String key, T fallback, String expected, Function<String, Optional<T>> parser) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        Optional<T> value;
        try {
            value = parser.apply(text.get());
        } catch (NumberFormatException notANumber) {
            value = Optional.empty();
        }
        if (value.isEmpty()) {
            problem(key, expected, "'" + text.get() + "'", "");
        }
        return value.orElse(fallback);
    }

    /** The mapping under that key, the same one each time; an empty one if there is none. */
    public Section section(String key) {
        asked.add(key);
        return children.computeIfAbsent(key, this::open);
    }

    private Section open(String key) {
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return new Section(problems, variables, place(key), mapping);
        }
        if (node != null && !Tag.NULL.equals(node.getTag())) {
            problem(key, "keys and values", describe(node), "");
        }
        return new Section(problems, variables, place(key), lineOf(key));
    }

    /** The mappings under the names below that key, sorted by name. */
    public SortedMap<String, Section> sections(String key) {
        Section parent = section(key);
        SortedMap<String, Section> named = new TreeMap<>();
        parent.values.keySet().forEach(name -> named.put(name, parent.section(name)));
        return Collections.unmodifiableSortedMap(named);
    }

    /** The texts under the names below that key, sorted by name. */
    public SortedMap<String, String> map(String key) {
        Section parent = section(key);
        SortedMap<String, String> named = new TreeMap<>();
        parent.values.keySet().forEach(name -> parent.text(name).ifPresent(value -> named.put(name, value)));
        return Collections.unmodifiableSortedMap(named);
    }

    /** The lists of texts under the names below that key, sorted by name; a single text counts as a list of one. */
    public SortedMap<String, List<String>> lists(String key) {
        Section parent = section(key);
        SortedMap<String, List<String>> named = new TreeMap<>();
        parent.values.keySet().forEach(name -> named.put(name, parent.texts(name)));
        return Collections.unmodifiableSortedMap(named);
    }

    /** The list of mappings under that key, the same ones each time. */
    public List<Section> list(String key) {
        List<Section> sections = new ArrayList<>();
        for (Node node : items(key)) {
            String item = key + "[" + sections.size() + "]";
            if (node instanceof MappingNode mapping) {
                sections.add(children.computeIfAbsent(
                        item, absent -> new Section(problems, variables, place(item), mapping)));
            } else {
                problem(key, "a list of keys and values", "a list with " + describe(node), "");
            }
        }
        return List.copyOf(sections);
    }

    /** The list of texts under that key; a single text counts as a list of one. */
    public List<String> texts(String key) {
        if (values.get(key) instanceof ScalarNode) {
            return text(key).stream().toList();
        }
        List<String> texts = new ArrayList<>();
        items(key).forEach(node -> scalar(key, node).ifPresent(texts::add));
        return List.copyOf(texts);
    }

    private List<Node> items(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null && !Tag.NULL.equals(node.getTag())) {
            problem(key, "a list", describe(node), "start each item with '- '");
        }
        return List.of();
    }

    private Optional<String> scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            problem(key, "one value", describe(node), "");
            return Optional.empty();
        }
        if (Tag.NULL.equals(scalar.getTag())) {
            return Optional.empty();
        }
        try {
            return Optional.of(variables.expand(scalar.getValue()));
        } catch (IOException missing) {
            problems.add(lineOf(key), place(key) + ": " + missing.getMessage());
            return Optional.empty();
        }
    }

    private static String describe(Node node) {
        return switch (node.getNodeId()) {
            case scalar -> "a single value";
            case sequence -> "a list";
            case mapping -> "keys and values";
            case anchor -> "an anchor";
        };
    }

    private int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    private String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
