package io.evenkeel.systemtest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.Reading;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of {@code system-test/corpus}: all of them on PostgreSQL 17, on the other majors a part in the ordinary
 * build and all with {@code -Pall-majors}.
 */
final class CorpusTest {
    private static final Path MODULE = Path.of(System.getProperty("evenkeel.root"), "system-test");
    private static final List<CorpusCase> CASES = CorpusCase.all(MODULE.resolve("corpus"));
    private static final int OLDEST = 13;
    private static final int NEWEST = 18;
    private static final int FULL = 17;
    private static final int PARTS = 8;

    /** About one case in eight, on a server of its own; cases that begin alike stay together. */
    record Part(int major, int number) {
        boolean holds(CorpusCase corpusCase) {
            boolean newHere = major > OLDEST && corpusCase.since() == major && !isWhole(major);
            boolean here = Math.floorMod(corpusCase.base().hashCode(), PARTS) == number;
            return corpusCase.since() <= major && (newHere || here);
        }
    }

    private static boolean isWhole(int major) {
        return major == FULL || Boolean.getBoolean("evenkeel.all-majors");
    }

    static Stream<Part> parts() {
        return IntStream.rangeClosed(OLDEST, NEWEST)
                .boxed()
                .flatMap(major -> IntStream.range(0, PARTS)
                        .filter(number -> isWhole(major) || number == major % PARTS)
                        .mapToObj(number -> new Part(major, number)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    @Execution(ExecutionMode.CONCURRENT)
    void everyCaseReportsItsChangeAndNothingElse(Part part) throws SQLException {
        List<String> wrong = new ArrayList<>();
        SortedSet<String> seen = new TreeSet<>();
        try (CorpusServer server = new CorpusServer(part.major(), MODULE.resolve("src/test/resources/extension"))) {
            for (CorpusCase corpusCase : chosen(part)) {
                CorpusServer.Outcome outcome = server.run(corpusCase);
                wrong.addAll(outcome.problems(corpusCase));
                seen.addAll(attributes(outcome.after().reading()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("attributes that no case changes").isSubsetOf(changed());
    }

    @Test
    void everyKindHasTwoCases() {
        Map<String, Long> cases =
                CASES.stream().collect(Collectors.groupingBy(CorpusCase::kind, TreeMap::new, Collectors.counting()));
        assertThat(kinds())
                .allSatisfy(kind -> assertThat(cases.getOrDefault(kind, 0L))
                        .as("cases of " + kind)
                        .isGreaterThanOrEqualTo(2));
        assertThat(kinds()).containsAll(cases.keySet());
    }

    private static List<CorpusCase> chosen(Part part) {
        return CASES.stream().filter(part::holds).toList();
    }

    private static SortedSet<String> kinds() {
        return IntStream.rangeClosed(OLDEST, NEWEST)
                .boxed()
                .flatMap(major -> KindLibrary.bundled().forMajor(major).stream())
                .map((KindFile file) -> file.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> changed() {
        return CASES.stream()
                .flatMap(corpusCase -> corpusCase.changes().stream())
                .flatMap(change -> change.attributes().stream().map(attribute -> change.kind() + "." + attribute))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> attributes(Reading.Complete reading) {
        return reading.objects().values().stream()
                .flatMap(object -> object.compared().values().keySet().stream()
                        .map(attribute -> object.key().kind() + "." + attribute))
                .toList();
    }
}
