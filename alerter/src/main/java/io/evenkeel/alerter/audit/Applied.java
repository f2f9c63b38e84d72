package io.evenkeel.alerter.audit;

import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stored batch brought.
 *
 * @param events those that were not there before
 * @param markers in the order of their topic
 * @param rejected how many records were not what their topic holds
 * @param objects how many catalog objects were written or deleted
 * @param drifts how many open drifts were written or deleted
 */
public record Applied(List<DriftEvent> events, List<SnapshotMarker> markers, int rejected, int objects, int drifts) {
    static final Applied NOTHING = new Applied(List.of(), List.of(), 0, 0, 0);

    public Applied {
        events = List.copyOf(events);
        markers = List.copyOf(markers);
    }

    Applied plus(Applied next) {
        return new Applied(
                Stream.concat(events.stream(), next.events.stream()).toList(),
                Stream.concat(markers.stream(), next.markers.stream()).toList(),
                rejected + next.rejected,
                objects + next.objects,
                drifts + next.drifts);
    }
}
