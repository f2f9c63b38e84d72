package io.evenkeel.alerter.metric;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.RuleState;
import io.evenkeel.contract.catalog.ObjectKind;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Metrics of rules and of what they take out of the count. */
final class RuleMetrics {
    private RuleMetrics() {}

    static GaugeSnapshot accepted(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_drift_accepted_objects")
                .help("Drifts that somebody accepted until a date; 0 for every kind without one");
        board.reports().forEach((comparison, report) -> {
            Map<ObjectKind, Long> counts = report.accepted().stream()
                    .collect(Collectors.groupingBy(
                            finding -> finding.difference().key().kind(), Collectors.counting()));
            report.kinds()
                    .keySet()
                    .forEach(kind -> gauge.dataPoint(EnvironmentMetrics.point(
                            DriftMetrics.comparison(comparison).add(Tag.KIND, kind.name()),
                            counts.getOrDefault(kind, 0L))));
        });
        return gauge.build();
    }

    static GaugeSnapshot count(Board board, String name, String help, ToLongFunction<Report> count) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_drift_" + name + "_objects")
                .help(help);
        board.reports()
                .forEach((comparison, report) -> gauge.dataPoint(
                        EnvironmentMetrics.point(DriftMetrics.comparison(comparison), count.applyAsLong(report))));
        return gauge.build();
    }

    static GaugeSnapshot rules(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_rules")
                .help("Rules that people made: active, idle (they decide nothing) or expired");
        for (RuleState.State state : RuleState.State.values()) {
            long count =
                    board.rules().stream().filter(rule -> rule.state() == state).count();
            gauge.dataPoint(EnvironmentMetrics.point(Labels.of(Tag.STATE, state.word()), count));
        }
        return gauge.build();
    }

    static GaugeSnapshot reloaded(Board board) {
        return GaugeSnapshot.builder()
                .name("evenkeel_rules_last_reload_successful")
                .help("Whether the rules in force are those that the files say: 1, else 0")
                .dataPoint(EnvironmentMetrics.point(
                        Labels.EMPTY, board.rulesTrouble().isEmpty() ? 1 : 0))
                .build();
    }
}
