package io.evenkeel.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a report found, one line a drift, so that two reports and a checked-in list can be held against each other. */
final class Findings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Findings() {}

    /** The drifts of a report's JSON: severity, change, key, and the names of the attributes that differ. */
    static List<String> of(JsonNode report) {
        List<String> lines = new ArrayList<>();
        for (JsonNode drift : report.path("drift")) {
            List<String> attributes = new ArrayList<>();
            if (drift.path("change").asText().equals("different")) {
                drift.path("attributes")
                        .forEach(attribute ->
                                attributes.add(attribute.path("name").asText()));
            }
            lines.add("%s %s %s %s folded=%d"
                    .formatted(
                            drift.path("severity").asText(),
                            drift.path("change").asText(),
                            drift.path("key"),
                            attributes,
                            drift.path("folded").asInt()));
        }
        Collections.sort(lines);
        return lines;
    }

    static List<String> of(String reportJson) throws IOException {
        return of(JSON.readTree(reportJson));
    }

    /** The checked-in list: lines that are neither empty nor a comment. */
    static List<String> expected(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .sorted()
                .toList();
    }
}
