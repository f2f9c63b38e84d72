package io.evenkeel.alerter.audit;

import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An environment as one snapshot of the past showed it.
 *
 * @param marker of the snapshot; its slice is one of several
 * @param takenAt the instant for which it is known to be true (UTC); of a failure, when it was published
 * @param seenUntil the last instant for which it is known to be true (UTC)
 * @param complete whether the object versions add up to the snapshot
 * @param ordinals by partition
 */
public record PastSnapshot(
        SnapshotMarker marker, Instant takenAt, Instant seenUntil, boolean complete, Map<Integer, Long> ordinals) {
    public PastSnapshot {
        ordinals = Map.copyOf(new TreeMap<>(ordinals));
    }

    /**
     * What has to be said of it for that instant beside what it shows; empty: nothing, it is known to be true.
     *
     * @param patience for how long after it was last heard of an environment is taken to be as it was
     */
    public List<String> doubts(Instant at, Duration patience) {
        List<String> doubts = new ArrayList<>();
        marker.failure()
                .ifPresent(failure -> doubts.add(marker.environment() + " could not be read then ("
                        + failure.reason().word() + "): this is the last state that was read before"));
        if (at.isAfter(seenUntil.plus(patience)) && marker.failure().isEmpty()) {
            doubts.add("nothing was heard of " + marker.environment() + " after " + seenUntil
                    + ": it may have been otherwise at " + at);
        }
        if (!complete) {
            doubts.add("the object versions of " + marker.environment()
                    + " do not add up to this snapshot: records were gone from the topic before they were read");
        }
        return doubts;
    }
}
