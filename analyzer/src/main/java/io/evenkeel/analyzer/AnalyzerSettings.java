package io.evenkeel.analyzer;

import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.analyzer.diff.Tolerances.Tolerance;
import io.evenkeel.analyzer.topology.AnalyzerTopology.Keep;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.runtime.settings.DataDirectory;
import io.evenkeel.runtime.settings.Section;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the analyzer needs to know.
 *
 * @param tolerances {@code comparisons}: a list of {@code baseline} and {@code target}, names under {@code environments}; of
 *     each the {@code row-tolerance}: names of tables such as {@code public.plans} or
 *     {@code reference.*}, and by how many percent of the baseline's rows the target's may differ, such as {@code 5%}
 * @param stateDirectory {@code analyzer} in the directory {@code data-directory}
 * @param threads {@code analyzer.threads}, 1 by default; more than {@code kafka.partitions} have nothing to do
 * @param keep {@code analyzer.state}: {@code memory} by default, or {@code disk}
 * @param eventsRetention {@code analyzer.events-retention}: how long the events topic keeps events, 30 days by default;
 *     it counts when the topic is made
 */
public record AnalyzerSettings(
        SortedMap<Comparison, Tolerances> tolerances,
        Path stateDirectory,
        int threads,
        Keep keep,
        Duration eventsRetention) {
    private static final String TOLERANCE = "row-tolerance";
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,3})?) ?%?");
    private static final int MAX_THREADS = 64;
    private static final Duration EVENTS_RETENTION = Duration.ofDays(30);

    public AnalyzerSettings {
        tolerances = Collections.unmodifiableSortedMap(new TreeMap<>(tolerances));
    }

    /** What to hold against what. */
    public Set<Comparison> comparisons() {
        return tolerances.keySet();
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

    private static SortedMap<Comparison, Tolerances> comparisons(Section root) {
        Set<String> environments = root.sections("environments").keySet();
        SortedMap<Comparison, Tolerances> comparisons = new TreeMap<>();
        for (Section each : root.list("comparisons")) {
            comparison(each, environments).ifPresent(comparison -> {
                if (comparisons.containsKey(comparison)) {
                    each.problem("target", "each comparison once", comparison + " twice", "remove one");
                }
                comparisons.put(comparison, tolerances(each));
            });
        }
        if (!root.has("comparisons") && environments.size() > 1) {
            root.problem("comparisons", "which environments to compare", "none", example(environments));
        }
        return comparisons;
    }

    private static Tolerances tolerances(Section comparison) {
        List<Tolerance> tolerances = new ArrayList<>();
        comparison.map(TOLERANCE).forEach((table, text) -> {
            Matcher percent = PERCENT.matcher(text);
            if (percent.matches()) {
                tolerances.add(new Tolerance(table, new BigDecimal(percent.group(1))));
            } else {
                comparison.problem(TOLERANCE, "a percentage such as 0% or 2.5%", "'" + text + "'", "");
            }
        });
        return new Tolerances(tolerances);
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
