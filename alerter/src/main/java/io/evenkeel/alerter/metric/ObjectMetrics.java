package io.evenkeel.alerter.metric;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names single objects, of which there may be any number: only where the settings want it, the worst, and counts the rest. */
final class ObjectMetrics {
    private static final int NAME = 200;

    private record Named(Comparison comparison, Finding finding) {}

    private ObjectMetrics() {}

    static List<MetricSnapshot> of(Board board, int most) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_object_drift")
                .help("The worst open drifts by name, as many as alerter.object-series wants; 1");
        // names are cut, so that two may become one
        Set<Labels> shown = new LinkedHashSet<>();
        board.reports().entrySet().stream()
                .flatMap(entry -> entry.getValue().drift().stream()
                        .limit(most)
                        .map(finding -> new Named(entry.getKey(), finding)))
                .sorted(Comparator.comparing((Named named) -> named.finding().severity())
                        .reversed())
                .limit(most)
                .forEach(named -> shown.add(labels(named)));
        shown.forEach(labels -> gauge.dataPoint(EnvironmentMetrics.point(labels, 1)));
        long open = board.reports().values().stream()
                .mapToLong(report -> report.drift().size())
                .sum();
        return List.of(gauge.build(), omitted(open - shown.size()));
    }

    private static Labels labels(Named named) {
        Difference difference = named.finding().difference();
        return DriftMetrics.comparison(named.comparison())
                .add(Tag.KIND, difference.key().kind().name())
                .add(Tag.CHANGE, difference.change().word())
                .add(Tag.SEVERITY, named.finding().severity().word())
                .add(Tag.OBJECT, Visible.line(Visible.name(difference.key().identity()), NAME));
    }

    private static GaugeSnapshot omitted(long objects) {
        return GaugeSnapshot.builder()
                .name("evenkeel_object_drift_omitted")
                .help("Open drifts that evenkeel_object_drift does not name, because there are too many")
                .dataPoint(EnvironmentMetrics.point(Labels.EMPTY, objects))
                .build();
    }
}
