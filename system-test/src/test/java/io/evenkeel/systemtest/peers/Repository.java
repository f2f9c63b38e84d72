package io.evenkeel.systemtest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files of this repository that are handed to other programs. */
final class Repository {
    private static final Pattern METRIC = Pattern.compile("\\bevenkeel_[a-z0-9_]+");
    private static final Pattern HISTOGRAM_PART = Pattern.compile("_(bucket|sum|count|max)$");

    private Repository() {}

    static Path file(String path) {
        String root = System.getProperty("evenkeel.root");
        if (root == null) {
            throw new AssertionError("expected the system property evenkeel.root: run this by ./mvnw");
        }
        return Path.of(root).resolve(path);
    }

    /** The metrics that docs/metrics.md describes. */
    static Set<String> catalogue() throws IOException {
        return metrics(Files.readString(file("docs/metrics.md")));
    }

    /** The metrics that a text names; the parts of a histogram count as the histogram. */
    static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> HISTOGRAM_PART.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
