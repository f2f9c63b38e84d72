package io.evenkeel.systemtest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One rule of the shipped rule file; a recording rule has no annotations. */
record Rule(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {
    static final String FILE = "grafana/prometheus/evenkeel.rules.yml";

    static List<Rule> all() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Repository.file(FILE)));
        return file.getOrDefault("groups", List.of()).stream()
                .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
                .map(Rule::of)
                .toList();
    }

    private static Rule of(Map<String, Object> rule) {
        return new Rule(
                String.valueOf(rule.getOrDefault("alert", rule.get("record"))),
                String.valueOf(rule.get("expr")),
                texts(rule.get("labels")),
                texts(rule.get("annotations")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(@Nullable Object mapping) {
        return mapping == null ? Map.of() : (Map<String, String>) mapping;
    }

    @Override
    public String toString() {
        return name;
    }
}
