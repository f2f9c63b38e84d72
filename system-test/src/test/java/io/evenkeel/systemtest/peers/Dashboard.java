package io.evenkeel.systemtest.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A shipped dashboard in Grafana's classic JSON. */
record Dashboard(String file, JsonNode json) {
    private static final Map<String, String> VARIABLES =
            Map.of("$__rate_interval", "1m", "$baseline", ".+", "$environment", ".+");

    /** A panel; a row is one too. */
    record Panel(JsonNode json) {
        String title() {
            return json.path("title").asText();
        }

        boolean isRow() {
            return json.path("type").asText().equals("row");
        }

        /** Its queries as Grafana would send them with every variable at "All". */
        List<String> queries() {
            List<String> queries = new ArrayList<>();
            json.path("targets")
                    .forEach(target ->
                            queries.add(substituted(target.path("expr").asText())));
            return queries;
        }

        boolean overlaps(Panel other) {
            JsonNode a = json.path("gridPos");
            JsonNode b = other.json.path("gridPos");
            return meet(a, b, "x", "w") && meet(a, b, "y", "h");
        }

        @Override
        public String toString() {
            return title();
        }

        private static boolean meet(JsonNode a, JsonNode b, String start, String length) {
            return a.path(start).asInt()
                            < b.path(start).asInt() + b.path(length).asInt()
                    && b.path(start).asInt()
                            < a.path(start).asInt() + a.path(length).asInt();
        }
    }

    static List<Dashboard> all() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Dashboard> dashboards = new ArrayList<>();
        try (Stream<Path> files = Files.list(Repository.file("grafana/dashboards"))) {
            for (Path file : files.sorted().toList()) {
                dashboards.add(new Dashboard(String.valueOf(file.getFileName()), mapper.readTree(file.toFile())));
            }
        }
        return dashboards;
    }

    List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        json.path("panels").forEach(panel -> panels.add(new Panel(panel)));
        return panels;
    }

    /** The queries of its annotations, substituted. */
    List<String> annotations() {
        List<String> queries = new ArrayList<>();
        json.path("annotations").path("list").forEach(annotation -> {
            if (annotation.has("expr")) {
                queries.add(substituted(annotation.path("expr").asText()));
            }
        });
        return queries;
    }

    /** The metric and the label behind each variable that asks Prometheus for a label's values. */
    List<String> variableQueries() {
        List<String> queries = new ArrayList<>();
        json.path("templating").path("list").forEach(variable -> {
            if (variable.path("type").asText().equals("query")) {
                queries.add(variable.path("definition").asText());
            }
        });
        return queries;
    }

    private static String substituted(String expression) {
        String text = expression;
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            text = text.replace(variable.getKey(), variable.getValue());
        }
        return text;
    }

    @Override
    public String toString() {
        return file;
    }
}
