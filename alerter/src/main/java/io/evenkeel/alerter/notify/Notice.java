package io.evenkeel.alerter.notify;

import io.evenkeel.alerter.cause.Cause;
import io.evenkeel.alerter.report.Attributed;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param more how many drifts are not among them
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

    /** So many drifts in one object are one item. */
    private static final int MANY = 3;

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
     * One drift, or several in one object.
     *
     * @param drifts how many
     * @param object kind and name
     * @param detail what differs; may be empty
     * @param cause the migration that it comes from, in one sentence; may be empty
     * @param origin who changed it, or when; of several, the latest; may be empty
     * @param advice what to do about it; may be empty
     */
    public record Item(
            DriftEvent.Type state,
            Severity severity,
            Change change,
            int drifts,
            String object,
            String detail,
            String cause,
            String origin,
            String advice) {
        /** @param together drifts of one object or of one cause, worst first, all open or none */
        static Item of(List<DriftEvent> together, Optional<Cause> cause) {
            DriftEvent worst = together.getFirst();
            Drift drift = worst.drift();
            return new Item(
                    worst.type(),
                    drift.severity(),
                    drift.difference().change(),
                    together.size(),
                    Visible.line(object(together, cause), OBJECT),
                    Visible.line(detail(together, cause), DETAIL),
                    Visible.line(cause.map(Cause::sentence).orElse(""), DETAIL),
                    origin(together),
                    Visible.line(drift.advice(), ADVICE));
        }

        private static String origin(List<DriftEvent> together) {
            List<Attribution> changes = together.stream()
                    .flatMap(event -> event.drift().attribution().stream())
                    .distinct()
                    .sorted(Comparator.comparing(Attribution::until).reversed())
                    .toList();
            return changes.isEmpty()
                    ? ""
                    : (changes.size() == 1 ? "" : "the latest of several changes: ")
                            + Attributed.line(changes.getFirst());
        }

        /** What differs and where it comes from, in one line; may be empty. */
        public String facts() {
            return Stream.of(detail, cause, origin)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; "));
        }

        private static String object(List<DriftEvent> together, Optional<Cause> cause) {
            Drift drift = together.getFirst().drift();
            if (together.size() == 1) {
                return name(drift.difference().key());
            }
            String of =
                    cause.map(by -> by.migration().kind() + " " + by.label()).orElseGet(() -> name(root(drift)));
            return of + " (" + together.size() + " drifts)";
        }

        private static String detail(List<DriftEvent> together, Optional<Cause> cause) {
            if (together.size() == 1) {
                return Wording.of(together.getFirst().drift().difference());
            }
            return together.stream()
                    .map(event -> event.drift().difference())
                    .filter(each -> cause.map(Cause::migration)
                            .filter(each.key()::equals)
                            .isEmpty())
                    .map(each -> each.change().word() + " " + name(each.key()))
                    .collect(Collectors.joining("; "));
        }

        private static String name(ObjectKey key) {
            return key.kind() + " " + Visible.name(key.identity());
        }

        /** How it stands: missing, unexpected or different; drifted, if it is several; or resolved. */
        public String status() {
            if (resolved()) {
                return state.word();
            }
            return drifts > 1 ? "drifted" : change.word();
        }

        public boolean resolved() {
            return state == DriftEvent.Type.RESOLVED;
        }
    }

    /** Finds out which migration a drift comes from. */
    public interface Causes {
        Optional<Cause> of(Drift drift);
    }

    /** @param latest the newest event of each drift; at least one */
    public static Notice of(Comparison comparison, Digest latest, Optional<URI> link, Causes causes) {
        List<DriftEvent> sorted =
                latest.events().stream().sorted(OPEN_AND_WORST_FIRST).toList();
        Tally all = sorted.stream().reduce(latest.rest(), Notice::with, Tally::plus);
        boolean resolved = all.openCount() == 0;
        List<Item> items = items(sorted, causes).limit(SHOWN).toList();
        return new Notice(
                comparison,
                title(comparison, all),
                resolved ? worst(sorted) : all.open().lastKey(),
                resolved,
                all.since()
                        .orElseGet(() -> sorted.stream()
                                .map(event -> event.drift().openedAt())
                                .min(Comparator.naturalOrder())
                                .orElse(Instant.EPOCH)),
                items,
                all.count() - items.stream().mapToInt(Item::drifts).sum(),
                link);
    }

    /** What comes from one migration is one item, and what lies in one object is where it would be many. */
    private static Stream<Item> items(List<DriftEvent> sorted, Causes causes) {
        Map<List<Object>, List<DriftEvent>> together = sorted.stream()
                .collect(Collectors.groupingBy(
                        event -> List.of(
                                isResolved(event),
                                causes.of(event.drift()).map(Cause::migration).orElseGet(() -> root(event.drift()))),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return together.values().stream().flatMap(group -> {
            Optional<Cause> cause = group.stream()
                    .flatMap(event -> causes.of(event.drift()).stream())
                    .min(Comparator.comparing(Cause::named));
            return cause.isEmpty() && group.size() < MANY
                    ? group.stream().map(event -> Item.of(List.of(event), Optional.empty()))
                    : Stream.of(Item.of(group, cause));
        });
    }

    private static ObjectKey root(Drift drift) {
        return drift.difference().parent().orElse(drift.difference().key());
    }

    private static Tally with(Tally tally, DriftEvent event) {
        return isResolved(event)
                ? tally.resolved()
                : tally.open(event.drift().severity(), event.drift().openedAt());
    }

    private static Severity worst(List<DriftEvent> events) {
        return events.stream().map(event -> event.drift().severity()).reduce(Severity.INFO, Severity::max);
    }

    private static boolean isResolved(DriftEvent event) {
        return event.type() == DriftEvent.Type.RESOLVED;
    }

    private static String title(Comparison comparison, Tally all) {
        String pair = comparison.target() + " against " + comparison.baseline() + ": ";
        int open = all.openCount();
        if (open == 0) {
            return pair + drifts(all.over()) + " resolved";
        }
        String bySeverity = Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                .filter(all.open()::containsKey)
                .map(severity -> all.open().get(severity) + " " + severity.word())
                .collect(Collectors.joining(", ", " (", ")"));
        return pair
                + (all.over() > 0 ? open + " of " : "")
                + drifts(all.count())
                + (all.over() > 0 ? " still open" : "")
                + bySeverity;
    }

    private static String drifts(int count) {
        return count + (count == 1 ? " drift" : " drifts");
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
                        more + items.stream().skip(count).mapToInt(Item::drifts).sum(),
                        link);
    }

    /** Says what is not shown; empty if everything is. */
    public Optional<String> rest() {
        return more == 0 ? Optional.empty() : Optional.of("... and " + more + " more");
    }
}
