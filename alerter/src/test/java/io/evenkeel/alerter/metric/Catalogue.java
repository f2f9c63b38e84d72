package io.evenkeel.alerter.metric;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the reference of all metrics. */
final class Catalogue {
    private static final String HEAD = """
            # Metrics

            Generated from the program by a test: change the program, not this page. Names of objects are never labels; they
            are in the console, the API and the audit database.

            | metric | type | labels | meaning |
            |---|---|---|---|
            """;

    private static final Pattern OURS = Pattern.compile("evenkeel_|kafka_consumer_");

    private Catalogue() {}

    static String markdown(MetricSnapshots snapshots) {
        return snapshots.stream()
                .filter(metric ->
                        OURS.matcher(metric.getMetadata().getPrometheusName()).lookingAt())
                .map(Catalogue::row)
                .sorted()
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(MetricSnapshot metric) {
        String name = metric.getMetadata().getPrometheusName();
        String labels = metric.getDataPoints().stream()
                .findFirst()
                .map(DataPointSnapshot::getLabels)
                .map(all ->
                        all.stream().map(label -> "`" + label.getName() + "`").collect(Collectors.joining(", ")))
                .orElse("");
        List<String> cells = switch (metric) {
            case CounterSnapshot counter -> List.of(name + "_total", "counter", labels);
            case InfoSnapshot info -> List.of(name + "_info", "gauge, 1", labels);
            case StateSetSnapshot states -> List.of(name, "state set", labels + ", `" + name + "`");
            case HistogramSnapshot histogram -> List.of(name, "histogram", labels);
            case GaugeSnapshot gauge -> List.of(name, "gauge", labels);
            default -> throw new IllegalStateException(name + " is of a type without a word here");
        };
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        metric.getMetadata().getHelp());
    }
}
