package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Category;
import io.evenkeel.alerter.web.Parameters.Choice;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a filter can be set to, on this board. */
record Choices(
        List<Choice<Environment>> environments,
        List<Choice<Environment>> baselines,
        List<Choice<ObjectKind>> kinds,
        List<Choice<Severity>> severities) {

    static Choices of(Board board) {
        return new Choices(
                sides(board, Comparison::target),
                sides(board, Comparison::baseline),
                kinds(board).stream()
                        .map(kind -> new Choice<>(kind.name(), kind))
                        .toList(),
                Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                        .map(severity -> new Choice<>(severity.word(), severity))
                        .toList());
    }

    private static List<Choice<Environment>> sides(Board board, Function<Comparison, Environment> side) {
        return board.reports().keySet().stream()
                .map(side)
                .distinct()
                .sorted()
                .map(each -> new Choice<>(each.name(), each))
                .toList();
    }

    private static SortedSet<ObjectKind> kinds(Board board) {
        SortedSet<ObjectKind> kinds = board.kinds().values().stream()
                .filter(descriptor -> !Category.DATA.holds(descriptor))
                .map(descriptor -> descriptor.kind())
                .collect(Collectors.toCollection(TreeSet::new));
        board.reports().values().forEach(report -> {
            report.drift()
                    .forEach(finding -> kinds.add(finding.difference().key().kind()));
            report.gaps().forEach(unknown -> unknown.kind().ifPresent(kinds::add));
        });
        return kinds;
    }

    Filter filter(Parameters parameters, Board board) throws BadParameterException {
        Filter filter = new Filter(
                parameters.choice(Filter.ENVIRONMENT, environments),
                parameters.choice(Filter.BASELINE, baselines),
                parameters.choice(Filter.KIND, kinds),
                parameters.choice(Filter.SEVERITY, severities));
        boolean empty = board.reports().keySet().stream().noneMatch(filter::holds);
        if (empty && !filter.isNone()) {
            throw new BadParameterException("parameters 'environment' and 'baseline': expected one of "
                    + board.reports().keySet().stream()
                            .map(Comparison::toString)
                            .collect(Collectors.joining(", "))
                    + "; found " + filter.words());
        }
        return filter;
    }
}
