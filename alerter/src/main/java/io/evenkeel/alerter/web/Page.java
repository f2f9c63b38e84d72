package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything the console's one page shows.
 *
 * @param gaps what could not be measured, whatever the filter says
 * @param sections one for each comparison that the filter holds
 * @param rules those that people made
 * @param rulesTrouble why they are not those of the files
 * @param events the newest that the filter holds, newest first
 * @param mayDecide whether people can decide anything here
 */
record Page(
        Verdict verdict,
        Moment now,
        List<EnvironmentRow> environments,
        List<Gap> gaps,
        Matrix matrix,
        Choices choices,
        Filter filter,
        List<Section> sections,
        List<EventRow> events,
        List<RuleItem> rules,
        Optional<String> rulesTrouble,
        boolean mayDecide) {
    private static final int EVENTS = 25;

    static Page of(Board board, Choices choices, Filter filter, boolean mayDecide) {
        return new Page(
                Verdict.of(board),
                Moment.of(board.at(), board.at()),
                board.environments().stream()
                        .map(state -> EnvironmentRow.of(state, board))
                        .toList(),
                Gap.of(board),
                Matrix.of(board),
                choices,
                filter,
                sections(board, filter),
                board.view().recent().stream()
                        .filter(recorded -> filter.holds(recorded.event().drift()))
                        .limit(EVENTS)
                        .map(recorded -> EventRow.of(recorded, board.at()))
                        .toList(),
                board.rules().stream().map(RuleItem::of).toList(),
                board.rulesTrouble().map(Visible::text),
                mayDecide);
    }

    /** The worst comparison first; one that could not be measured before one that is in sync. */
    private static List<Section> sections(Board board, Filter filter) {
        Comparator<Section> worstFirst = Comparator.comparingInt(Page::rank);
        return board.reports().entrySet().stream()
                .filter(entry -> filter.holds(entry.getKey()))
                .map(entry -> Section.of(entry.getKey(), entry.getValue(), filter, board.at()))
                .sorted(worstFirst)
                .toList();
    }

    private static int rank(Section section) {
        return switch (section.report().status()) {
            case DRIFTED -> -1 - section.report().worst().map(Severity::ordinal).orElse(0);
            case UNKNOWN -> section.report().drift().isEmpty() ? 1 : 0;
            case IN_SYNC -> 2;
        };
    }
}
