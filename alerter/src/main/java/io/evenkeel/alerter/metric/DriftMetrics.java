package io.evenkeel.alerter.metric;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Category;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Pulse;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Metrics of comparisons. */
final class DriftMetrics {
    private static final double MILLIS = 1000.0;

    private record Cell(ObjectKind kind, Change change, Severity severity) {}

    private DriftMetrics() {}

    static GaugeSnapshot objects(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_drift_objects")
                .help("How many drifts are open; 0 for every kind and change without one");
        board.reports()
                .forEach((comparison, report) -> cells(report)
                        .forEach((cell, count) -> gauge.dataPoint(EnvironmentMetrics.point(
                                comparison(comparison)
                                        .add(Tag.KIND, cell.kind().name())
                                        .add(Tag.CHANGE, cell.change().word())
                                        .add(Tag.SEVERITY, cell.severity().word()),
                                count))));
        return gauge.build();
    }

    private static Map<Cell, Long> cells(Report report) {
        Map<Cell, Long> cells = new LinkedHashMap<>();
        report.kinds().values().stream()
                .filter(kind -> !Category.DATA.holds(kind))
                .forEach(kind -> {
                    for (Change change : Change.values()) {
                        cells.put(new Cell(kind.kind(), change, usual(kind, change)), 0L);
                    }
                });
        report.drift()
                .forEach(finding -> cells.merge(
                        new Cell(
                                finding.difference().key().kind(),
                                finding.difference().change(),
                                finding.severity()),
                        1L,
                        Long::sum));
        return cells;
    }

    private static Severity usual(KindDescriptor kind, Change change) {
        return switch (change) {
            case MISSING, UNEXPECTED -> kind.severityOf(change.word());
            case DIFFERENT -> kind.severity();
        };
    }

    static GaugeSnapshot oldest(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_drift_oldest_timestamp_seconds")
                .help("Since when the oldest open drift is known; 0: there is none");
        board.reports().forEach((comparison, report) -> {
            for (Severity severity : Severity.values()) {
                double seconds = report.drift().stream()
                        .filter(finding -> finding.severity() == severity)
                        .map(Finding::openedAt)
                        .flatMap(Optional::stream)
                        .mapToDouble(opened -> opened.toEpochMilli() / MILLIS)
                        .min()
                        .orElse(0);
                gauge.dataPoint(
                        EnvironmentMetrics.point(comparison(comparison).add(Tag.SEVERITY, severity.word()), seconds));
            }
        });
        return gauge.build();
    }

    static GaugeSnapshot heard(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_pipeline_heartbeat_timestamp_seconds")
                .help(
                        "When the collectors of both environments said what last came through the analyzer to here, the older"
                                + " one's word; 0: never");
        Pulse pulse = new Pulse(board.view());
        board.reports()
                .keySet()
                .forEach(comparison -> gauge.dataPoint(EnvironmentMetrics.point(
                        comparison(comparison), EnvironmentMetrics.seconds(pulse.of(comparison)))));
        return gauge.build();
    }

    static GaugeSnapshot migrations(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_migrations")
                .help("How many applied migrations are missing, unexpected or different");
        board.reports().forEach((comparison, report) -> {
            for (Change change : Change.values()) {
                long count = report.drift().stream()
                        .filter(finding -> finding.category().equals(Category.MIGRATION.word())
                                && finding.difference().change() == change)
                        .count();
                gauge.dataPoint(EnvironmentMetrics.point(comparison(comparison).add(Tag.CHANGE, change.word()), count));
            }
        });
        return gauge.build();
    }

    static CounterSnapshot rejected(Board board) {
        return CounterSnapshot.builder()
                .name("evenkeel_rejected_records")
                .help("Records on the topics that were not what the topic holds, ever")
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .value(board.view().rejected())
                        .build())
                .build();
    }

    static Labels comparison(Comparison comparison) {
        return Labels.of(
                Tag.BASELINE, comparison.baseline().name(),
                Tag.ENVIRONMENT, comparison.target().name());
    }
}
