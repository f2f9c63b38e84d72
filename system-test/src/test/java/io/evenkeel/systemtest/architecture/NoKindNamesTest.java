package io.evenkeel.systemtest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Kinds are data: a new one costs one SQL file, because no code knows any of them by name. */
class NoKindNamesTest {
    private static final Path ROOT = Path.of(System.getProperty("evenkeel.root"));
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    // the category that metrics and pages single out is called like its only kind
    private static final Set<String> OTHER_MEANINGS = Set.of("migration");
    // a metric's label may be called like a kind
    private static final Path LABELS = ROOT.resolve("alerter/src/main/java/io/evenkeel/alerter/metric/Tag.java");

    private static Set<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("collector/src/main/resources/catalog"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("[.@].*", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static List<Path> sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main"))) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".jte"))
                    .filter(file -> !file.equals(LABELS))
                    .toList();
        }
    }

    private static List<String> kindsNamedIn(String source, Set<String> kinds) {
        List<String> named = new ArrayList<>();
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) {
            if (kinds.contains(literal.group(1))) {
                named.add(literal.group(1));
            }
        }
        return named;
    }

    @Test
    void noKindStandsAsALiteralInContractAnalyzerOrAlerter() throws IOException {
        Set<String> kinds = kinds();
        assertThat(kinds).contains("table", "column", "policy");
        kinds.removeAll(OTHER_MEANINGS);
        List<String> found = new ArrayList<>();
        for (String module : List.of("contract", "analyzer", "alerter")) {
            for (Path source : sources(module)) {
                kindsNamedIn(Files.readString(source), kinds)
                        .forEach(kind -> found.add(ROOT.relativize(source) + " names the kind " + kind));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theGuardSeesALiteral() {
        assertThat(kindsNamedIn("if (kind.equals(\"policy\")) { x(\"po\\\"licy\"); }", Set.of("policy")))
                .containsExactly("policy");
    }
}
