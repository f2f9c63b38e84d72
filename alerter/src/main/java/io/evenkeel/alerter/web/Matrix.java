package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Status;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Comparisons by kinds: where the drift is. */
record Matrix(List<Band> bands, List<Column> columns, List<Line> lines) {
    /** Neighbouring kinds of one category. */
    record Band(String category, int span) {}

    /** One kind; {@code first}: a category begins with it. */
    record Column(ObjectKind kind, String description, boolean first) {}

    /** One comparison; its cells are in the order of the columns. */
    record Line(Comparison comparison, Status status, Cell all, List<Cell> cells) {}

    static Matrix of(Board board) {
        List<KindDescriptor> kinds = kinds(board);
        List<Band> bands = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (KindDescriptor kind : kinds) {
            boolean first = bands.isEmpty() || !bands.getLast().category().equals(kind.category());
            int span = first ? 1 : bands.removeLast().span() + 1;
            bands.add(new Band(kind.category(), span));
            columns.add(new Column(kind.kind(), kind.description(), first));
        }
        List<Line> lines = board.reports().entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), columns))
                .toList();
        return new Matrix(bands, columns, lines);
    }

    /** Every kind that is compared or should be, in the order of the action plan, categories kept together. */
    private static List<KindDescriptor> kinds(Board board) {
        SortedSet<ObjectKind> kinds = new TreeSet<>();
        board.reports().values().forEach(report -> {
            report.counts().forEach(count -> kinds.add(count.kind()));
            report.gaps().forEach(unknown -> unknown.kind().ifPresent(kinds::add));
        });
        List<KindDescriptor> described = kinds.stream()
                .map(kind ->
                        Optional.ofNullable(board.kinds().get(kind)).orElseGet(() -> KindDescriptor.undescribed(kind)))
                .toList();
        Map<String, Integer> categories = new TreeMap<>();
        described.forEach(kind -> categories.merge(kind.category(), kind.order(), Math::min));
        return described.stream()
                .sorted(Comparator.<KindDescriptor>comparingInt(
                                kind -> categories.getOrDefault(kind.category(), kind.order()))
                        .thenComparing(KindDescriptor::category)
                        .thenComparingInt(KindDescriptor::order)
                        .thenComparing(KindDescriptor::kind))
                .toList();
    }

    private static Line line(Comparison comparison, Report report, Collection<Column> columns) {
        Filter filter = Filter.of(comparison);
        List<Cell> cells = columns.stream()
                .map(column -> Cell.of(
                        of(report, column.kind()),
                        unknown(report, column.kind()),
                        filter.with(column.kind()),
                        comparison + ", " + column.kind()))
                .toList();
        Cell all = Cell.of(report.drift(), report.status() == Status.UNKNOWN, filter, comparison + ", all kinds");
        return new Line(comparison, report.status(), all, cells);
    }

    private static List<Finding> of(Report report, ObjectKind kind) {
        return report.drift().stream()
                .filter(finding -> finding.difference().key().kind().equals(kind))
                .toList();
    }

    private static boolean unknown(Report report, ObjectKind kind) {
        return !report.measured()
                || report.gaps().stream()
                        .anyMatch(unknown -> unknown.kind().filter(kind::equals).isPresent())
                || report.counts().stream().anyMatch(count -> count.kind().equals(kind) && !count.addsUp());
    }
}
