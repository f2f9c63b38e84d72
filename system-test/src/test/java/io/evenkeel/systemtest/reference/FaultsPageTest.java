package io.evenkeel.systemtest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps what pages say of tests true. */
final class FaultsPageTest {
    private static final Path ROOT = Path.of(System.getProperty("evenkeel.root"));
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/faults.md", "README.md"})
    void everyTestThatAPageNamesExists(String page) throws IOException {
        Set<String> missing = new TreeSet<>();
        Matcher named = TEST.matcher(Files.readString(ROOT.resolve(page)));
        int count = 0;
        while (named.find()) {
            count++;
            String method = named.group(2) == null ? "" : "void " + named.group(2) + "(";
            if (!exists(named.group(1) + ".java", method)) {
                missing.add(named.group());
            }
        }
        assertThat(count).isGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String file, String method) throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                12,
                (path, facts) -> path.endsWith(file) && path.toString().contains("src/test/java"))) {
            for (Path path : (Iterable<Path>) files::iterator) {
                if (Files.readString(path).contains(method)) {
                    return true;
                }
            }
        }
        return false;
    }
}
