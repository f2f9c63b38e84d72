package io.evenkeel.collector.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The leading {@code -- key: value} lines of a kind's SQL file. */
final class KindHeader {
    private static final List<String> REQUIRED = List.of("description", "category", "severity", "order");
    private static final Set<String> KEYS = Set.of(
            "description",
            "category",
            "severity",
            "order",
            "parent",
            "root",
            "requires",
            "version-bound",
            "scope",
            "refresh",
            "roles",
            "redact",
            "free-text",
            "unknown-if-null",
            "advice-missing",
            "advice-unexpected",
            "advice-different");
    private static final int LIKE = 3;

    private record Entry(int line, String value) {}

    private final String file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private KindHeader(String file) {
        this.file = file;
    }

    static KindHeader parse(String file, String text) {
        KindHeader header = new KindHeader(file);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.startsWith("--")) {
                break;
            }
            header.add(number, line.substring(2).strip());
        }
        REQUIRED.stream()
                .filter(key -> !header.entries.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new KindFileException(
                            file, 1, "expected a header line '-- " + key + ": ...', found none; add it");
                });
        return header;
    }

    private void add(int line, String text) {
        int colon = text.indexOf(": ");
        String key = colon < 0 ? text : text.substring(0, colon);
        if (colon < 0 || !KEYS.contains(key)) {
            throw new KindFileException(file, line, "unknown header key '" + key + "'; " + hint(key));
        }
        String value = text.substring(colon + 2).strip();
        if (entries.put(key, new Entry(line, value)) != null) {
            throw new KindFileException(file, line, "header key '" + key + "' stands twice; keep one of them");
        }
    }

    private static String hint(String key) {
        LevenshteinDistance distance = new LevenshteinDistance(LIKE);
        return KEYS.stream()
                .filter(candidate -> distance.apply(key, candidate) >= 0)
                .min((one, other) -> distance.apply(key, one) - distance.apply(key, other))
                .map(near -> "did you mean '" + near + "'?")
                .orElse("expected one of "
                        + String.join(", ", KEYS.stream().sorted().toList()));
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    String required(String key) {
        return value(key).orElseThrow();
    }

    KindFileException problem(String key, String expected) {
        Entry entry = entries.get(key);
        return entry == null
                ? new KindFileException(file, 1, key + ": expected " + expected + ", found none")
                : new KindFileException(
                        file, entry.line(), key + ": expected " + expected + ", found '" + entry.value() + "'");
    }
}
