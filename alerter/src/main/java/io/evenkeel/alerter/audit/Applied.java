package io.evenkeel.alerter.audit;

import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.DriftRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stored batch brought.
 *
 * @param events those that were not there before
 * @param markers in the order of their topic
 * @param evaluations how long the analyzer compared, each time
 * @param rejected how many records were not what their topic holds
 * @param objects how many words on catalog objects it held
 * @param drifts what became of open drifts
 */
public record Applied(
        List<DriftEvent> events,
        List<SnapshotMarker> markers,
        List<Duration> evaluations,
        int rejected,
        int objects,
        DriftChanges drifts) {
    static final Applied NOTHING = new Applied(List.of(), List.of(), List.of(), 0, 0, DriftChanges.NONE);

    public Applied {
        events = List.copyOf(events);
        markers = List.copyOf(markers);
        evaluations = List.copyOf(evaluations);
    }

    /** What there is to look at again. */
    static Applied of(List<Incoming> batch, List<DriftEvent> events, int rejected, DriftChanges drifts) {
        List<SnapshotMarker> markers = new ArrayList<>();
        List<Duration> evaluations = new ArrayList<>();
        int objects = 0;
        for (Incoming incoming : batch) {
            if (incoming.content() instanceof Content.OfCatalog catalog) {
                if (catalog.record() instanceof CatalogRecord.Marked marked) {
                    markers.add(marked.marker());
                } else {
                    objects++;
                }
            } else if (incoming.content() instanceof Content.OfDrift drift
                    && drift.record() instanceof DriftRecord.Evaluated evaluated) {
                evaluated.state().took().ifPresent(evaluations::add);
            }
        }
        return new Applied(events, markers, evaluations, rejected, objects, drifts);
    }

    boolean holdsDrift() {
        return !events.isEmpty() || !drifts.isEmpty();
    }

    Applied plus(Applied next) {
        return new Applied(
                Stream.concat(events.stream(), next.events.stream()).toList(),
                Stream.concat(markers.stream(), next.markers.stream()).toList(),
                Stream.concat(evaluations.stream(), next.evaluations.stream()).toList(),
                rejected + next.rejected,
                objects + next.objects,
                drifts.plus(next.drifts));
    }
}
