package io.evenkeel.alerter.notify;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people are told of some drifts of one comparison, in words. Safe to look at: nothing in it moves a cursor, hides
 * or reorders text, and everything is cut to a bounded length, visibly. What a format makes of special characters is
 * each notifier's own affair.
 *
 * @param title one sentence, made of names of environments and numbers only
 * @param severity the worst of what is open; of what was resolved, if nothing is
 * @param resolved whether nothing of it is open any more
 * @param since when the oldest of it was opened (UTC)
 * @param items worst first, what is resolved last; at most {@link #SHOWN}
 * @param more how many items are not among them
 * @param link where to look at everything
 */
public record Notice(
        Comparison comparison,
        String title,
        Severity severity,
        boolean resolved,
        Instant since,
        List<Item> items,
        int more,
        Optional<URI> link) {
    /** How many drifts are told one by one; numbers and the link stand for the rest. */
    public static final int SHOWN = 20;

    private static final int OBJECT = 200;
    private static final int DETAIL = 300;
    private static final int ADVICE = 200;
    private static final Comparator<DriftEvent> OPEN_AND_WORST_FIRST = Comparator.comparing(Notice::isResolved)
            .thenComparing((DriftEvent event) -> event.drift().severity(), Comparator.reverseOrder())
            .thenComparingInt(event -> event.drift().order())
            .thenComparing(event -> event.drift().difference().key());

    public Notice {
        items = List.copyOf(items);
    }

    /**
     * One drift.
     *
     * @param object kind and name
     * @param detail what differs; may be empty
     * @param advice what to do about it; may be empty
     */
    public record Item(
            DriftEvent.Type state, Severity severity, Change change, String object, String detail, String advice) {
        static Item of(DriftEvent event) {
            Drift drift = event.drift();
            return new Item(
                    event.type(),
                    drift.severity(),
                    drift.difference().change(),
                    Visible.line(
                            drift.difference().key().kind() + " "
                                    + Visible.name(drift.difference().key().identity()),
                            OBJECT),
                    Visible.line(Wording.of(drift.difference()), DETAIL),
                    Visible.line(drift.advice(), ADVICE));
        }

        /** How it stands: missing, unexpected or different, or resolved. */
        public String status() {
            return state == DriftEvent.Type.RESOLVED ? state.word() : change.word();
        }

        public boolean resolved() {
            return state == DriftEvent.Type.RESOLVED;
        }
    }

    /** @param latest the newest event of each drift; at least one */
    public static Notice of(Comparison comparison, Collection<DriftEvent> latest, Optional<URI> link) {
        List<DriftEvent> sorted = latest.stream().sorted(OPEN_AND_WORST_FIRST).toList();
        List<DriftEvent> open =
                sorted.stream().filter(event -> !isResolved(event)).toList();
        List<DriftEvent> telling = open.isEmpty() ? sorted : open;
        return new Notice(
                comparison,
                title(comparison, open, sorted.size()),
                telling.stream().map(event -> event.drift().severity()).reduce(Severity.INFO, Severity::max),
                open.isEmpty(),
                telling.stream()
                        .map(event -> event.drift().openedAt())
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                sorted.stream().limit(SHOWN).map(Item::of).toList(),
                Math.max(0, sorted.size() - SHOWN),
                link);
    }

    private static boolean isResolved(DriftEvent event) {
        return event.type() == DriftEvent.Type.RESOLVED;
    }

    private static String title(Comparison comparison, List<DriftEvent> open, int all) {
        String pair = comparison.target() + " against " + comparison.baseline() + ": ";
        if (open.isEmpty()) {
            return pair + drifts(all) + " resolved";
        }
        String bySeverity = Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                .filter(severity -> count(open, severity) > 0)
                .map(severity -> count(open, severity) + " " + severity.word())
                .collect(Collectors.joining(", ", " (", ")"));
        return pair
                + (open.size() < all ? open.size() + " of " : "")
                + drifts(all)
                + (open.size() < all ? " still open" : "")
                + bySeverity;
    }

    private static String drifts(int count) {
        return count + (count == 1 ? " drift" : " drifts");
    }

    private static long count(List<DriftEvent> events, Severity severity) {
        return events.stream()
                .filter(event -> event.drift().severity() == severity)
                .count();
    }

    /** The same with no more than that many items. */
    public Notice first(int count) {
        return count >= items.size()
                ? this
                : new Notice(
                        comparison,
                        title,
                        severity,
                        resolved,
                        since,
                        items.subList(0, count),
                        more + items.size() - count,
                        link);
    }

    /** Says what is not shown; empty if everything is. */
    public Optional<String> rest() {
        return more == 0 ? Optional.empty() : Optional.of("... and " + more + " more");
    }
}
