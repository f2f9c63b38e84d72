package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Status;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How everything stands, in one sentence.
 *
 * @param style how the page styles it
 */
record Verdict(String style, String text) {
    static Verdict of(Board board) {
        if (board.environments().isEmpty()) {
            return unknown("No environment is configured");
        }
        if (board.environments().stream()
                .allMatch(state -> state.side().readAt().isEmpty())) {
            return unknown("Nothing is measured yet: no snapshot has arrived");
        }
        if (board.reports().isEmpty()) {
            return unknown("No comparison is configured");
        }
        return of(
                board.reports().values().stream().map(report -> report.status()).toList());
    }

    private static Verdict unknown(String text) {
        return new Verdict(Status.UNKNOWN.word(), text);
    }

    private static Verdict of(Collection<Status> statuses) {
        Status worst = Stream.of(Status.DRIFTED, Status.UNKNOWN)
                .filter(statuses::contains)
                .findFirst()
                .orElse(Status.IN_SYNC);
        String text = Stream.of(Status.DRIFTED, Status.UNKNOWN, Status.IN_SYNC)
                .filter(statuses::contains)
                .map(status -> statuses.stream().filter(status::equals).count() + " " + status.phrase())
                .collect(Collectors.joining(", "));
        return new Verdict(
                worst.word(), statuses.size() + (statuses.size() == 1 ? " comparison: " : " comparisons: ") + text);
    }
}
