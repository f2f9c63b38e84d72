package io.evenkeel.analyzer;

import io.evenkeel.analyzer.topology.AnalyzerTopology.Keep;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.runtime.settings.DataDirectory;
import io.evenkeel.runtime.settings.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the analyzer needs to know.
 *
 * @param comparisons {@code comparisons}: a list of {@code baseline} and {@code target}, names under {@code environments}
 * @param stateDirectory {@code analyzer} in the directory {@code data-directory}
 * @param threads {@code analyzer.threads}, 1 by default; more than {@code kafka.partitions} have nothing to do
 * @param keep {@code analyzer.state}: {@code memory} by default, or {@code disk}
 * @param eventsRetention {@code analyzer.events-retention}: how long the events topic keeps events, 30 days by default;
 *     it counts when the topic is made
 */
public record AnalyzerSettings(
        List<Comparison> comparisons, Path stateDirectory, int threads, Keep keep, Duration eventsRetention) {
    private static final int MAX_THREADS = 64;
    private static final Duration EVENTS_RETENTION = Duration.ofDays(30);

    public AnalyzerSettings {
        comparisons = List.copyOf(comparisons);
    }

    public static AnalyzerSettings from(Section root) {
        Section analyzer = root.section("analyzer");
        return new AnalyzerSettings(
                comparisons(root),
                DataDirectory.of(root).resolve("analyzer"),
                analyzer.integer("threads", 1, 1, MAX_THREADS),
                keep(analyzer),
                analyzer.duration("events-retention", EVENTS_RETENTION, Duration.ofHours(1), Duration.ofDays(3650)));
    }

    private static Keep keep(Section analyzer) {
        String word = analyzer.text("state", "memory");
        return switch (word) {
            case "memory" -> Keep.MEMORY;
            case "disk" -> Keep.DISK;
            default -> {
                analyzer.problem("state", "memory or disk", "'" + word + "'", "");
                yield Keep.MEMORY;
            }
        };
    }

    private static List<Comparison> comparisons(Section root) {
        Set<String> environments = root.sections("environments").keySet();
        List<Comparison> comparisons = new ArrayList<>();
        for (Section each : root.list("comparisons")) {
            comparison(each, environments).ifPresent(comparison -> {
                if (comparisons.contains(comparison)) {
                    each.problem("target", "each comparison once", comparison + " twice", "remove one");
                }
                comparisons.add(comparison);
            });
        }
        if (!root.has("comparisons") && environments.size() > 1) {
            root.problem("comparisons", "which environments to compare", "none", example(environments));
        }
        return comparisons;
    }

    private static String example(Set<String> environments) {
        List<String> names = List.copyOf(environments);
        return "write which one is as it should be: comparisons: [{baseline: " + names.get(0) + ", target: "
                + names.get(1) + "}]";
    }

    private static Optional<Comparison> comparison(Section section, Set<String> environments) {
        Optional<Environment> baseline = environment(section, "baseline", environments);
        Optional<Environment> target = environment(section, "target", environments);
        if (baseline.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        if (baseline.equals(target)) {
            section.problem("target", "another environment than the baseline", "'" + target.get() + "' twice", "");
            return Optional.empty();
        }
        return Optional.of(new Comparison(baseline.get(), target.get()));
    }

    private static Optional<Environment> environment(Section section, String key, Set<String> environments) {
        String name = section.requiredText(key);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!environments.contains(name)) {
            section.problem(
                    key,
                    environments.isEmpty()
                            ? "an environment that 'environments' describes"
                            : "one of the environments " + String.join(", ", environments),
                    "'" + name + "'",
                    "describe it under 'environments' or correct the name");
            return Optional.empty();
        }
        return parse(section, key, name);
    }

    private static Optional<Environment> parse(Section section, String key, String name) {
        try {
            return Optional.of(new Environment(name));
        } catch (IllegalArgumentException unusable) {
            section.problem(key, "1 to 63 of a-z, 0-9 and -", "'" + name + "'", "rename the environment");
            return Optional.empty();
        }
    }
}
