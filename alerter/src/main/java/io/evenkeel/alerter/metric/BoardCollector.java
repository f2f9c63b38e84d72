package io.evenkeel.alerter.metric;

import io.evenkeel.alerter.report.Board;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Supplier;

/** Turns the board into metrics at each scrape, so that what grew stale since the last batch is told as unknown. */
final class BoardCollector implements MultiCollector {
    private final Supplier<Board> board;

    BoardCollector(Supplier<Board> board) {
        this.board = board;
    }

    @Override
    public MetricSnapshots collect() {
        Board now = board.get();
        return MetricSnapshots.of(
                EnvironmentMetrics.info(now),
                EnvironmentMetrics.status(now),
                EnvironmentMetrics.lastSuccess(now),
                EnvironmentMetrics.objects(now),
                EnvironmentMetrics.volumes(now),
                EnvironmentMetrics.unreadable(now),
                DriftMetrics.objects(now),
                DriftMetrics.oldest(now),
                DriftMetrics.migrations(now),
                DriftMetrics.rejected(now));
    }

    @Override
    public List<String> getPrometheusNames() {
        return List.of();
    }
}
