package io.evenkeel.systemtest.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One directory of the corpus.
 *
 * @param name {@code <kind>--<case>}
 * @param since the oldest server major that knows the feature
 * @param changes what a comparison of the database before the change (baseline) with the one after it has to report
 */
record CorpusCase(String name, List<String> base, List<String> change, int since, List<ExpectedChange> changes) {
    private static final Pattern COMMIT = Pattern.compile("(?m)^-- commit$");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OLDEST = 13;

    /** All cases, by name. */
    static List<CorpusCase> all(Path corpus) {
        try (Stream<Path> directories = Files.list(corpus)) {
            return directories
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(CorpusCase::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CorpusCase read(Path directory) {
        try {
            Path expected = directory.resolve("expected.json");
            JsonNode json = Files.exists(expected) ? JSON.readTree(expected.toFile()) : JSON.createObjectNode();
            List<ExpectedChange> changes = new ArrayList<>();
            json.path("changes").forEach(change -> changes.add(change(change)));
            return new CorpusCase(
                    String.valueOf(directory.getFileName()),
                    statements(directory.resolve("base.sql")),
                    statements(directory.resolve("change.sql")),
                    json.path("since").asInt(OLDEST),
                    changes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each part runs in a transaction of its own. */
    private static List<String> statements(Path file) throws IOException {
        return COMMIT.splitAsStream(Files.readString(file)).toList();
    }

    private static ExpectedChange change(JsonNode json) {
        SortedMap<String, Integer> folds = new TreeMap<>();
        json.path("folds")
                .fields()
                .forEachRemaining(
                        fold -> folds.put(fold.getKey(), fold.getValue().asInt()));
        return new ExpectedChange(
                Change.of(json.path("change").asText()),
                ObjectKey.of(texts(json.path("key"))),
                texts(json.path("attributes")).stream().sorted().toList(),
                folds);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    boolean changesServerSettings() {
        return changesServerSettings(base) || changesServerSettings(change);
    }

    static boolean changesServerSettings(List<String> statements) {
        return statements.stream().anyMatch(statement -> statement.contains("ALTER SYSTEM"));
    }

    /** The kind that the case is about. */
    String kind() {
        return name.substring(0, name.indexOf("--"));
    }
}
