package io.evenkeel.alerter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.EnvironmentState;
import io.evenkeel.alerter.report.JsonReport;
import io.evenkeel.alerter.report.Pulse;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Side;
import io.evenkeel.alerter.report.Status;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of the API; its form is a promise. */
final class Api {
    static final String LIMIT = "limit";
    private static final int FORMAT = 1;
    private static final int EVENTS = 50;
    private static final int MOST_EVENTS = 1_000;

    private Api() {}

    /** How each environment stands, at a moment (UTC). */
    record Environments(int format, Instant at, List<Item> environments) {}

    /**
     * One environment.
     *
     * @param snapshotAgeSeconds age of the last instant for which its snapshot is known to be true
     * @param heardAt when its collector last said anything (UTC)
     * @param unknown what could not be measured of it
     * @param leftOut what the settings leave out of it
     * @param comparisons those of which it is the target; without any, a status of in-sync only says that it can be read
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Item(
            @JsonUnwrapped Side side,
            Status status,
            Optional<Long> snapshotAgeSeconds,
            Optional<Instant> heardAt,
            List<JsonReport.Gap> unknown,
            List<JsonReport.Gap> leftOut,
            List<Standing> comparisons) {}

    /**
     * How one comparison stands; the numbers are drifts by severity.
     *
     * @param heardAt when the collectors said what was last compared, the older one's word (UTC)
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Standing(
            Environment baseline,
            Status status,
            Optional<Instant> heardAt,
            long critical,
            long warning,
            long info,
            long held,
            long accepted,
            long ignored) {}

    /** One document for each comparison. */
    record Drift(int format, List<JsonReport.Document> reports) {}

    /** The newest events that the board holds, newest first. */
    record Events(int format, List<EventItem> events) {}

    /**
     * The rules that people made, in the order in which they are asked.
     *
     * @param trouble why they are not those that the files say; absent: they are
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record RuleList(int format, Optional<String> trouble, List<RuleItem> rules) {}

    static Environments environments(Board board) {
        return new Environments(
                FORMAT,
                board.at(),
                board.environments().stream().map(state -> item(state, board)).toList());
    }

    private static Item item(EnvironmentState state, Board board) {
        return new Item(
                state.side(),
                state.status(),
                state.side()
                        .readAt()
                        .map(read ->
                                Math.max(0, Duration.between(read, board.at()).toSeconds())),
                state.heardAt(),
                gaps(state, false),
                gaps(state, true),
                board.reports().entrySet().stream()
                        .filter(entry -> entry.getKey().target().equals(state.environment()))
                        .map(entry -> standing(entry, board))
                        .toList());
    }

    private static List<JsonReport.Gap> gaps(EnvironmentState state, boolean byChoice) {
        return state.unknown().stream()
                .filter(each -> each.byChoice() == byChoice)
                .map(Api::gap)
                .toList();
    }

    private static JsonReport.Gap gap(Unknown unknown) {
        return new JsonReport.Gap(unknown.environment(), unknown.kind(), unknown.reason(), unknown.sentence());
    }

    private static Standing standing(Map.Entry<Comparison, Report> entry, Board board) {
        Report report = entry.getValue();
        return new Standing(
                entry.getKey().baseline(),
                report.status(),
                new Pulse(board.view()).of(entry.getKey()),
                report.count(Severity.CRITICAL),
                report.count(Severity.WARNING),
                report.count(Severity.INFO),
                report.held(),
                report.accepted().size(),
                report.ignored().size());
    }

    /** A filter shortens the lists of drift, and changes neither status nor counts. */
    static Drift drift(Board board, Filter filter) {
        return new Drift(
                FORMAT,
                board.reports().entrySet().stream()
                        .filter(entry -> filter.holds(entry.getKey()))
                        .map(entry -> document(entry.getValue(), filter))
                        .toList());
    }

    private static JsonReport.Document document(Report report, Filter filter) {
        return JsonReport.document(report.showing(filter::holds));
    }

    static RuleList rules(Board board) {
        return new RuleList(
                FORMAT,
                board.rulesTrouble(),
                board.rules().stream().map(RuleItem::of).toList());
    }

    static Events events(Board board, Parameters parameters) throws BadParameterException {
        int limit = parameters.number(LIMIT, EVENTS, 1, MOST_EVENTS);
        return new Events(
                FORMAT,
                board.view().recent().stream().limit(limit).map(EventItem::of).toList());
    }
}
