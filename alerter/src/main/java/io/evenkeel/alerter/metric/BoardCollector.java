package io.evenkeel.alerter.metric;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Report;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns the board into metrics at each scrape, so that what grew stale since the last batch is told as unknown. */
final class BoardCollector implements MultiCollector {
    private final Supplier<Board> board;
    private final int objectSeries;
    private volatile Optional<Collected> last = Optional.empty();

    /** What a board that is shown more than once came to. */
    record Collected(Board board, MetricSnapshots snapshots) {
        boolean isOf(Board other) {
            return board.at().equals(other.at()) && board.equals(other);
        }
    }

    BoardCollector(Supplier<Board> board, int objectSeries) {
        this.board = board;
        this.objectSeries = objectSeries;
    }

    @Override
    public MetricSnapshots collect() {
        Board now = board.get();
        return last.filter(made -> made.isOf(now)).orElseGet(() -> prepare(now)).snapshots();
    }

    /** Of a large board it takes a while, for which no scrape should wait. */
    Collected prepare(Board now) {
        Collected made = new Collected(now, snapshots(now));
        last = Optional.of(made);
        return made;
    }

    private MetricSnapshots snapshots(Board now) {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        of(now).forEach(all::metricSnapshot);
        if (objectSeries > 0) {
            ObjectMetrics.of(now, objectSeries).forEach(all::metricSnapshot);
        }
        return all.build();
    }

    private static List<MetricSnapshot> of(Board now) {
        return List.of(
                EnvironmentMetrics.info(now),
                EnvironmentMetrics.status(now),
                EnvironmentMetrics.lastSuccess(now),
                EnvironmentMetrics.heard(now),
                DriftMetrics.heard(now),
                EnvironmentMetrics.objects(now),
                EnvironmentMetrics.bytes(now),
                EnvironmentMetrics.migrationHead(now),
                EnvironmentMetrics.volumes(now),
                EnvironmentMetrics.unreadable(now),
                EnvironmentMetrics.access(now),
                DriftMetrics.objects(now),
                RuleMetrics.accepted(now),
                RuleMetrics.count(
                        now,
                        "ignored",
                        "Drifts that the rules ignore",
                        report -> report.ignored().size()),
                RuleMetrics.count(now, "held", "Drifts that are open and, by a rule, not told yet", Report::held),
                RuleMetrics.rules(now),
                RuleMetrics.reloaded(now),
                DriftMetrics.oldest(now),
                DriftMetrics.migrations(now),
                DriftMetrics.rejected(now));
    }

    @Override
    public List<String> getPrometheusNames() {
        return List.of();
    }
}
