package io.evenkeel.alerter;

import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.SnapshotRef;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Drifts, events and states for tests; production is held against staging. */
public final class Drifts {
    public static final Comparison PRODUCTION = new Comparison(Samples.STAGING, Samples.PRODUCTION);
    private static final SnapshotRef SNAPSHOT = new SnapshotRef(1, 1, Samples.NOON);

    private Drifts() {}

    /** A drift of the named object; its id is made of the key. */
    public static Drift drift(Severity severity, Change change, String... key) {
        return drift(severity, change, List.of(), new TreeMap<>(), key);
    }

    public static Drift drift(
            Severity severity,
            Change change,
            List<AttributeDifference> attributes,
            SortedMap<ObjectKind, Integer> folded,
            String... key) {
        ObjectKey objectKey = ObjectKey.of(List.of(key));
        return new Drift(
                "episode-" + String.join("-", key),
                PRODUCTION,
                new Difference(objectKey, Optional.empty(), change, attributes, folded),
                "structure",
                10,
                severity,
                "look at it",
                SNAPSHOT,
                SNAPSHOT,
                Samples.NOON,
                Samples.NOON,
                Optional.empty());
    }

    /** A column that is missing in a table that is there. */
    public static Drift inTable(String table, Severity severity, String column) {
        Drift drift = drift(severity, Change.MISSING, "column", "public", table, column);
        Difference difference = drift.difference();
        return new Drift(
                drift.id(),
                PRODUCTION,
                new Difference(
                        difference.key(),
                        Optional.of(ObjectKey.of(List.of("table", "public", table))),
                        Change.MISSING,
                        List.of(),
                        new TreeMap<>()),
                drift.category(),
                drift.order(),
                severity,
                drift.advice(),
                SNAPSHOT,
                SNAPSHOT,
                drift.openedAt(),
                drift.changedAt(),
                Optional.empty());
    }

    /** The same episode since another time, and in a shape of another time. */
    public static Drift at(Drift drift, Instant openedAt, Instant changedAt) {
        return new Drift(
                drift.id(),
                drift.comparison(),
                drift.difference(),
                drift.category(),
                drift.order(),
                drift.severity(),
                drift.advice(),
                drift.baseline(),
                drift.target(),
                openedAt,
                changedAt,
                Optional.empty());
    }

    public static AttributeDifference texts(String name, String baseline, String target) {
        return new AttributeDifference(name, new Value.Text(baseline), new Value.Text(target));
    }

    public static DriftEvent event(Drift drift, DriftEvent.Type type, Instant time) {
        String id = type == DriftEvent.Type.OPENED ? drift.id() : drift.id() + "-" + type.word();
        return new DriftEvent(id, type, drift, time);
    }

    public static DriftEvent opened(Drift drift) {
        return event(drift, DriftEvent.Type.OPENED, Samples.NOON);
    }

    /** The state of the comparison, measured in the one partition. */
    public static ComparisonState state(Instant at, long openDrifts, Unknown... unknown) {
        return new ComparisonState(
                PRODUCTION,
                0,
                1,
                Optional.of(SNAPSHOT),
                Optional.of(SNAPSHOT),
                List.of(unknown),
                openDrifts,
                at,
                Optional.of(at),
                Optional.of(Duration.ofMillis(20)));
    }

    /** A kind with a category, and its own severity. */
    public static KindDescriptor kind(String name, String category, int order) {
        return new KindDescriptor(
                new ObjectKind(name),
                name,
                category,
                Severity.WARNING,
                new TreeMap<>(),
                order,
                Set.of(),
                new TreeMap<>(Map.of("missing", "apply it to production")));
    }

    /** A marker of one partition out of one, published at that time. */
    public static SnapshotMarker marker(Environment environment, Instant at, long objects, KindDescriptor... kinds) {
        SnapshotMarker sample = Samples.marker(environment, 1, at.getEpochSecond(), 17, new Slice(0, 1, objects, ""));
        return new SnapshotMarker(
                environment,
                1,
                at.getEpochSecond(),
                Optional.of(at),
                sample.readDuration(),
                at,
                sample.server(),
                sample.consistency(),
                List.of(kinds),
                List.of(),
                Optional.empty(),
                sample.slice());
    }
}
