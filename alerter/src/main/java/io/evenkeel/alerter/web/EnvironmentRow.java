package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.EnvironmentState;
import io.evenkeel.alerter.report.Pulse;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Side;
import io.evenkeel.alerter.report.Status;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.Access;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one environment stands.
 *
 * @param style how the page styles its status
 * @param status in words; an environment that is compared with nothing is never in sync, only readable
 * @param why reasons of an unknown status
 * @param standings against each of its baselines
 * @param leftOut the kinds that the settings leave out
 * @param read the last instant for which its snapshot is known to be true
 */
record EnvironmentRow(
        Environment environment,
        String style,
        String status,
        List<String> why,
        List<Standing> standings,
        Side side,
        List<String> leftOut,
        Optional<Moment> read,
        Optional<Moment> heard) {
    private static final int REASONS = 4;

    /**
     * One comparison of which it is the target.
     *
     * @param heard the age of what collectors said that was last compared
     */
    record Standing(Environment baseline, Status status, List<Tally> tallies, String link, Optional<Moment> heard) {}

    /** How many drifts of one severity. */
    record Tally(Severity severity, long count, String link) {}

    static EnvironmentRow of(EnvironmentState state, Board board) {
        List<Standing> standings = board.reports().entrySet().stream()
                .filter(entry -> entry.getKey().target().equals(state.environment()))
                .map(entry -> standing(entry.getKey(), entry.getValue(), board))
                .toList();
        boolean readable = standings.isEmpty() && state.status() == Status.IN_SYNC;
        Instant now = board.at();
        return new EnvironmentRow(
                state.environment(),
                readable ? "readable" : state.status().word(),
                readable ? "readable" : state.status().phrase(),
                why(state, board),
                standings,
                state.side(),
                leftOut(state),
                state.side().readAt().map(at -> Moment.of(at, now)),
                state.heardAt().map(at -> Moment.of(at, now)));
    }

    private static List<String> leftOut(EnvironmentState state) {
        return state.unknown().stream()
                .filter(Unknown::byChoice)
                .flatMap(each -> each.kind().stream())
                .map(kind -> kind.name().replace('_', ' '))
                .toList();
    }

    private static Standing standing(Comparison comparison, Report report, Board board) {
        Filter filter = Filter.of(comparison);
        List<Tally> tallies = Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                .map(severity -> new Tally(
                        severity,
                        report.count(severity),
                        "/" + filter.with(severity).query() + "#drift"))
                .filter(tally -> tally.count() > 0)
                .toList();
        return new Standing(
                comparison.baseline(),
                report.status(),
                tallies,
                "/" + filter.query() + "#drift",
                new Pulse(board.view()).of(comparison).map(at -> Moment.of(at, board.at())));
    }

    private static List<String> why(EnvironmentState state, Board board) {
        if (state.status() != Status.UNKNOWN) {
            return List.of();
        }
        Stream<Gap> gaps = state.whole().isPresent()
                ? state.whole().stream().map(Gap::of)
                : board.reports().entrySet().stream()
                        .filter(entry -> entry.getKey().target().equals(state.environment()))
                        .flatMap(entry -> Gap.of(entry.getValue()));
        return gaps.map(gap -> gap.of(state.environment()))
                .distinct()
                .limit(REASONS)
                .toList();
    }

    String server() {
        return side.server().map(Visible::text).orElse("");
    }

    String account() {
        return side.database().map(Visible::text).orElse("")
                + side.role().map(role -> ", read as " + Visible.text(role)).orElse("")
                + (side.access().contains(Access.POOLER) ? " " + Access.POOLER.phrase() : "")
                + (side.excess().isEmpty() ? "" : "; more than it needs: " + side.excess());
    }

    /** What last happened to its server, in words; empty: nothing. */
    Optional<String> serverChange() {
        return side.serverChange()
                .map(change -> Moment.of(change.seenAt(), change.seenAt()).clock() + ": "
                        + change.what().word().replace('_', ' ') + ": " + Visible.text(change.detail()));
    }

    String consistency() {
        return side.consistency()
                .map(consistency -> consistency.word().replace('_', ' '))
                .orElse("");
    }
}
