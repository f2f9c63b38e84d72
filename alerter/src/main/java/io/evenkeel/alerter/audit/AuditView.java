package io.evenkeel.alerter.audit;

import io.evenkeel.alerter.cause.Migrations;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.SnapshotRef;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the audit database holds after one batch. It says nothing about age: whoever looks at it knows the time.
 *
 * @param slices the newest marker of each partition, by environment
 * @param counts how many objects of each kind, by environment; those of its hosting platform left out
 * @param elses how many of those are a platform's in another environment, or not to be had with its server's major: by
 *     environment, then by the other one
 * @param extents how much the catalogs are, by environment
 * @param volumes the objects of kinds that measure data, by environment
 * @param states how far each comparison is measured, by comparison, one for each partition
 * @param drifts all that are open
 * @param recent the newest events, newest first
 * @param rejected how many records were rejected, ever
 * @param migrations what is known of migrations
 */
public record AuditView(
        Map<Environment, List<SnapshotMarker>> slices,
        Map<Environment, Map<ObjectKind, Long>> counts,
        Map<Environment, Map<Environment, Map<ObjectKind, Long>>> elses,
        Map<Environment, Extent> extents,
        Map<Environment, List<CatalogObject>> volumes,
        Map<Comparison, List<ComparisonState>> states,
        List<Drift> drifts,
        List<RecordedEvent> recent,
        long rejected,
        Migrations migrations) {
    public static final AuditView EMPTY = new AuditView(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), 0, Migrations.NONE);

    public AuditView {
        slices = Map.copyOf(slices);
        counts = Map.copyOf(counts);
        elses = Map.copyOf(elses);
        extents = Map.copyOf(extents);
        volumes = Map.copyOf(volumes);
        states = Map.copyOf(states);
        drifts = List.copyOf(drifts);
        recent = List.copyOf(recent);
    }

    /** The same, with that known of migrations. */
    public AuditView with(Migrations known) {
        return new AuditView(slices, counts, elses, extents, volumes, states, drifts, recent, rejected, known);
    }

    /** Whether it holds the snapshots that show the drift as it stands. */
    public boolean holds(Drift drift) {
        return holds(drift.comparison().baseline(), drift.baseline())
                && holds(drift.comparison().target(), drift.target());
    }

    private boolean holds(Environment environment, SnapshotRef snapshot) {
        List<SnapshotMarker> markers = slices.getOrDefault(environment, List.of());
        return !markers.isEmpty()
                && markers.stream()
                        .allMatch(marker -> marker.epoch() > snapshot.epoch()
                                || (marker.epoch() == snapshot.epoch() && marker.sequence() >= snapshot.sequence()));
    }

    /** How many objects of each kind the environment has that are held against the other one's. */
    public Map<ObjectKind, Long> counts(Environment environment, Environment other) {
        Map<ObjectKind, Long> compared = new TreeMap<>(counts.getOrDefault(environment, Map.of()));
        elses.getOrDefault(environment, Map.of())
                .getOrDefault(other, Map.of())
                .forEach((kind, objects) -> compared.merge(kind, -objects, Long::sum));
        return compared;
    }

    /** What the snapshots say of the kinds; where they disagree, the newest does. */
    public Map<ObjectKind, KindDescriptor> kinds() {
        Map<ObjectKind, KindDescriptor> kinds = new TreeMap<>();
        slices.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(SnapshotMarker::publishedAt))
                .forEach(marker -> marker.kinds().forEach(kind -> kinds.put(kind.kind(), kind)));
        return kinds;
    }
}
