package io.evenkeel.alerter.report;

import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything there is to report at one moment.
 *
 * @param environments sorted by name
 * @param rulesTrouble why the rules in force are not those that people wrote last; absent: they are
 * @param rules how the rules stand that people made, in the order in which they are asked
 * @param at the moment (UTC)
 */
public record Board(
        List<EnvironmentState> environments,
        SortedMap<Comparison, Report> reports,
        Map<ObjectKind, KindDescriptor> kinds,
        List<RuleState> rules,
        Optional<String> rulesTrouble,
        AuditView view,
        Instant at) {
    public Board {
        rules = List.copyOf(rules);
        environments = List.copyOf(environments);
        reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
    }

    /** Without any rule. */
    public static Board of(AuditView view, Scope scope, Instant now) {
        return of(view, scope, Judge.BY_NATURE, now);
    }

    /** Judges the view by the rules, and by the clock: what was not heard of for too long is unknown. */
    public static Board of(AuditView view, Scope scope, Judge judge, Instant now) {
        Gaps gaps = new Gaps(view, scope.staleAfter(), now);
        Map<ObjectKind, KindDescriptor> kinds = view.kinds();
        Map<Comparison, List<Finding>> findings = new TreeMap<>();
        view.drifts()
                .forEach(drift -> findings.computeIfAbsent(drift.comparison(), any -> new ArrayList<>())
                        .add(Finding.of(drift, judge.ruling(drift, now))
                                .from(view.migrations().cause(drift.comparison(), drift.difference()))));
        SortedMap<Comparison, Report> reports = new TreeMap<>();
        scope.comparisons()
                .forEach(each -> reports.put(
                        each, report(view, each, kinds, findings.getOrDefault(each, List.of()), gaps.of(each))));
        List<EnvironmentState> environments = new ArrayList<>();
        for (Environment environment : new TreeSet<>(scope.environments())) {
            environments.add(state(view, environment, reports, gaps.of(environment)));
        }
        return new Board(
                environments,
                reports,
                kinds,
                RuleState.of(judge.rules(), findings.values(), now),
                judge.trouble(),
                view,
                now);
    }

    /** The report on a comparison that the settings name. */
    public Report report(Comparison comparison) {
        return Optional.ofNullable(reports.get(comparison))
                .orElseThrow(() -> new IllegalArgumentException("the settings name no comparison of " + comparison));
    }

    /** The sum of each measurement of data, by its name, over one environment. */
    public SortedMap<String, Long> volumes(Environment environment) {
        SortedMap<String, Long> sums = new TreeMap<>();
        view.volumes()
                .getOrDefault(environment, List.of())
                .forEach(object ->
                        Volume.of(object).forEach((volume, value) -> sums.merge(volume.name(), value, Long::sum)));
        return sums;
    }

    private static Report report(
            AuditView view,
            Comparison comparison,
            Map<ObjectKind, KindDescriptor> kinds,
            List<Finding> findings,
            List<Unknown> unknown) {
        return Report.of(
                measured(view, comparison.baseline(), comparison.target(), kinds),
                measured(view, comparison.target(), comparison.baseline(), kinds),
                kinds,
                findings,
                unknown);
    }

    private static Measured measured(
            AuditView view, Environment environment, Environment other, Map<ObjectKind, KindDescriptor> kinds) {
        SortedMap<ObjectKind, Long> counts = new TreeMap<>(view.counts(environment, other));
        SortedMap<Volume, Long> volumes = new TreeMap<>();
        view.volumes().getOrDefault(environment, List.of()).forEach(object -> volumes.putAll(Volume.of(object)));
        counts.keySet()
                .removeIf(kind -> Optional.ofNullable(kinds.get(kind))
                        .filter(Category.DATA::holds)
                        .isPresent());
        Side side = Side.of(environment, view.slices().getOrDefault(environment, List.of()));
        return new Measured(side, counts, volumes);
    }

    private static EnvironmentState state(
            AuditView view, Environment environment, Map<Comparison, Report> reports, List<Unknown> unknown) {
        List<SnapshotMarker> slices = view.slices().getOrDefault(environment, List.of());
        boolean unreadable = unknown.stream().anyMatch(each -> each.kind().isEmpty());
        Status status = unreadable
                ? Status.UNKNOWN
                : reports.entrySet().stream()
                        .filter(entry -> entry.getKey().target().equals(environment))
                        .map(entry -> entry.getValue().status())
                        .reduce(Board::worse)
                        .orElse(Status.IN_SYNC);
        Optional<Instant> heard = slices.isEmpty() ? Optional.empty() : Optional.of(Gaps.oldest(slices));
        return new EnvironmentState(environment, status, unknown, Side.of(environment, slices), heard);
    }

    /** A drift is certain whatever else is unknown; in sync needs every comparison. */
    private static Status worse(Status one, Status other) {
        if (one == Status.DRIFTED || other == Status.DRIFTED) {
            return Status.DRIFTED;
        }
        return one == Status.UNKNOWN || other == Status.UNKNOWN ? Status.UNKNOWN : Status.IN_SYNC;
    }
}
