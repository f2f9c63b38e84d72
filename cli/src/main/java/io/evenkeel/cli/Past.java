package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.History;
import io.evenkeel.alerter.audit.ObjectChanges;
import io.evenkeel.alerter.audit.PastSnapshot;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An environment at an instant of the past.
 *
 * @param at what was asked for (UTC)
 * @param doubts what has to be said beside; empty: it was so
 */
record Past(PastSnapshot snapshot, Instant at, List<String> doubts, History history, ObjectChanges changes) {
    /** Looks it up; without an instant, the newest. */
    static Past of(AuditDatabase database, EvenkeelSettings settings, Environment environment, Optional<Instant> at) {
        History history = new History(database);
        Map<Environment, Instant> beginnings = history.beginnings();
        Instant beginning = beginnings.get(environment);
        if (beginning == null) {
            throw new UsageException(
                    beginnings.isEmpty()
                            ? "there is no history yet: the alerter has stored no snapshot"
                            : "environment " + environment + " has no history: expected one of "
                                    + String.join(
                                            ", ",
                                            new TreeSet<>(beginnings.keySet())
                                                    .stream()
                                                            .map(Environment::name)
                                                            .toList()));
        }
        Instant wanted = at.orElse(Instant.now());
        PastSnapshot snapshot = history.at(environment, wanted)
                .orElseThrow(() -> new UsageException("the history of " + environment + " begins at " + beginning
                        + ": nothing is known of it at " + wanted));
        Duration patience = settings.alerter().scope().staleAfter();
        return new Past(
                snapshot,
                wanted,
                snapshot.doubts(at.orElse(snapshot.seenUntil()), patience),
                history,
                new ObjectChanges(database));
    }

    SnapshotMarker marker() {
        return snapshot.marker();
    }

    /** One line that says which snapshot it is. */
    String title() {
        return marker().environment() + " at " + at + ": snapshot " + marker().epoch() + "." + marker().sequence()
                + ", taken at " + snapshot.takenAt() + ", seen so until " + snapshot.seenUntil();
    }

    List<CatalogObject> objects(Optional<ObjectKind> kind) {
        return history.objects(snapshot, kind);
    }

    /** Which change made each object what it was, if that came after the history began, or after that time. */
    Map<ObjectKey, Attribution> changes(Optional<Past> since, Optional<ObjectKind> kind) {
        return changes.until(snapshot, since.map(Past::snapshot), kind);
    }

    /** The same as if it had been read just now. */
    Reading reading() {
        if (marker().server().isEmpty()) {
            return new Reading.Failed(
                    marker().failure().orElse(new Failure(UnknownReason.NO_SNAPSHOT, "it had never been read before")));
        }
        TreeMap<ObjectKey, CatalogObject> objects = new TreeMap<>();
        objects(Optional.empty()).forEach(object -> objects.put(object.key(), object));
        return new Reading.Complete(
                objects,
                marker().kinds(),
                marker().unread(),
                Set.of(),
                marker().server().get(),
                marker().consistency(),
                marker().readAt().orElse(snapshot.takenAt()),
                marker().readDuration(),
                "",
                List.of());
    }

    /** Says what is in doubt; whether anything is. */
    boolean explain() {
        doubts.forEach(doubt -> Terminal.say("evenkeel: " + doubt));
        return !doubts.isEmpty();
    }
}
