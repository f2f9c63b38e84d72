package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.KindCount;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Unknown;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that could not be measured.
 *
 * @param what the kind, or everything
 */
record Gap(Environment environment, String what, String reason, String detail) {
    private static final int DETAIL = 500;

    static Gap of(Unknown unknown) {
        return new Gap(
                unknown.environment(),
                unknown.kind().map(ObjectKind::name).orElse("everything"),
                unknown.reason().word().replace('_', ' '),
                Visible.line(unknown.sentence(), DETAIL));
    }

    /** What is unknown of a comparison, and what its counts leave unexplained. */
    static Stream<Gap> of(Report report) {
        Stream<Gap> unexplained = report.counts().stream()
                .filter(count -> report.measured() && !count.addsUp())
                .map(count -> unexplained(report, count));
        return Stream.concat(report.gaps().stream().map(Gap::of), unexplained);
    }

    private static Gap unexplained(Report report, KindCount count) {
        long explained = count.baseline() - count.missing() + count.unexpected();
        return new Gap(
                report.target().environment(),
                count.kind().name(),
                "does not add up",
                "the drift explains " + explained + ", " + count.target() + " were counted");
    }

    /** Everything that is unknown anywhere, once. */
    static List<Gap> of(Board board) {
        Stream<Gap> environments = board.environments().stream()
                .flatMap(state -> state.unknown().stream())
                .filter(unknown -> !unknown.byChoice())
                .map(Gap::of);
        Stream<Gap> comparisons = board.reports().values().stream().flatMap(Gap::of);
        return Stream.concat(environments, comparisons)
                .distinct()
                .sorted(Comparator.comparing(Gap::environment))
                .toList();
    }

    /** In one line, for a reader who looks at that environment. */
    String of(Environment shown) {
        String whose = environment.equals(shown) ? "" : environment + " ";
        String which = "everything".equals(what) ? "" : what + " ";
        return whose + which + reason + (detail.isEmpty() ? "" : ": " + detail);
    }
}
