package io.evenkeel.alerter.report;

import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Unknown;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one comparison came to: the one model behind table, JSON, Markdown, console and API.
 *
 * @param drift what is open or held, worst first; of volumes of data only what is further apart than the settings
 *     allow
 * @param accepted drift that somebody accepted until a date, worst first: it makes nothing drifted
 * @param ignored drift that the rules ignore, worst first: it counts nowhere
 * @param unknown what was not measured: {@link #gaps()} and {@link #leftOut()}
 * @param counts how each kind reconciles, in the order of the action plan
 * @param measurements volumes of data beside the drift
 * @param kinds what is known of the kinds
 */
public record Report(
        Side baseline,
        Side target,
        Status status,
        List<Finding> drift,
        List<Finding> accepted,
        List<Finding> ignored,
        List<Unknown> unknown,
        List<KindCount> counts,
        List<Measurement> measurements,
        SortedMap<ObjectKind, KindDescriptor> kinds) {
    public Report {
        drift = List.copyOf(drift);
        accepted = List.copyOf(accepted);
        ignored = List.copyOf(ignored);
        unknown = List.copyOf(unknown);
        counts = List.copyOf(counts);
        measurements = List.copyOf(measurements);
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }

    /** Puts together what was measured of both sides and what was found between them. */
    public static Report of(
            Measured baseline,
            Measured target,
            Map<ObjectKind, KindDescriptor> kinds,
            Collection<Finding> findings,
            List<Unknown> unknown) {
        List<Finding> drift = those(findings, Disposition::counts);
        List<Finding> accepted = those(findings, Disposition.ACCEPTED::equals);
        List<Finding> ignored = those(findings, Disposition.IGNORED::equals);
        Set<ObjectKind> leftOut = unknown.stream()
                .filter(Unknown::byChoice)
                .flatMap(each -> each.kind().stream())
                .collect(Collectors.toSet());
        List<KindCount> counts = KindCount.of(
                        KindCount.without(baseline.counts(), ignored, Change.MISSING),
                        KindCount.without(target.counts(), ignored, Change.UNEXPECTED),
                        Stream.concat(drift.stream(), accepted.stream()).toList())
                .stream()
                .filter(count -> !leftOut.contains(count.kind()))
                .filter(count -> !Category.DATA.holds(describe(kinds, count.kind())))
                .sorted(Comparator.comparingInt(
                        count -> describe(kinds, count.kind()).order()))
                .toList();
        return new Report(
                baseline.side(),
                target.side(),
                status(drift, unknown, counts),
                drift,
                accepted,
                ignored,
                unknown,
                counts,
                Measurement.of(baseline.volumes(), target.volumes()),
                new TreeMap<>(kinds));
    }

    private static List<Finding> those(Collection<Finding> findings, Predicate<Disposition> wanted) {
        return findings.stream()
                .filter(finding -> !finding.category().equals(Category.DATA.word())
                        || finding.difference().change() == Change.DIFFERENT)
                .filter(finding -> wanted.test(finding.disposition()))
                .sorted(Finding.WORST_FIRST)
                .toList();
    }

    /** The same with fewer drifts in its lists: status and counts are those of the whole. */
    public Report showing(Predicate<Finding> shown) {
        return new Report(
                baseline,
                target,
                status,
                drift.stream().filter(shown).toList(),
                accepted.stream().filter(shown).toList(),
                ignored.stream().filter(shown).toList(),
                unknown,
                counts,
                measurements,
                kinds);
    }

    private static Status status(List<Finding> drift, List<Unknown> unknown, List<KindCount> counts) {
        if (unknown.stream().anyMatch(each -> each.kind().isEmpty())) {
            return Status.UNKNOWN;
        }
        if (!drift.isEmpty()) {
            return Status.DRIFTED;
        }
        boolean measured =
                unknown.stream().allMatch(Unknown::byChoice) && counts.stream().allMatch(KindCount::addsUp);
        return measured ? Status.IN_SYNC : Status.UNKNOWN;
    }

    /** What is known of the kind. */
    public KindDescriptor describe(ObjectKind kind) {
        return describe(kinds, kind);
    }

    private static KindDescriptor describe(Map<ObjectKind, KindDescriptor> kinds, ObjectKind kind) {
        return Optional.ofNullable(kinds.get(kind)).orElseGet(() -> KindDescriptor.undescribed(kind));
    }

    /** Whether both environments could be read and compared, if not in every part. */
    public boolean measured() {
        return unknown.stream().noneMatch(each -> each.kind().isEmpty());
    }

    /** What could not be measured. */
    public List<Unknown> gaps() {
        return unknown.stream().filter(each -> !each.byChoice()).toList();
    }

    /** What the settings leave out: nothing is in doubt because of it. */
    public List<Unknown> leftOut() {
        return unknown.stream().filter(Unknown::byChoice).toList();
    }

    /** The worst severity of any drift; empty: no drift. */
    public Optional<Severity> worst() {
        return drift.stream().map(Finding::severity).reduce(Severity::max);
    }

    /** How many drifts count and are not told yet. */
    public long held() {
        return drift.stream()
                .filter(finding -> finding.disposition() == Disposition.HELD)
                .count();
    }

    /** How many drifts are of that severity. */
    public long count(Severity severity) {
        return drift.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** The drifts of that severity, kind by kind, in the order of the report. */
    Map<ObjectKind, List<Finding>> byKind(Severity severity) {
        return drift.stream()
                .filter(finding -> finding.severity() == severity)
                .collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()));
    }

    /** Where an object of that change is to be seen, for people. */
    public String where(Change change) {
        return switch (change) {
            case MISSING -> "missing in " + target.environment();
            case UNEXPECTED -> "only in " + target.environment();
            case DIFFERENT -> "different";
        };
    }
}
