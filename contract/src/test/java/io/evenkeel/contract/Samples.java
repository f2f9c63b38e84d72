package io.evenkeel.contract;

import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
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
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Records for tests, with everything filled in that a test does not care about. */
public final class Samples {
    public static final Environment STAGING = new Environment("staging");
    public static final Environment PRODUCTION = new Environment("production");
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Samples() {}

    /** A table {@code public.name}. */
    public static CatalogObject table(String name, Map<String, Value> attributes) {
        return new CatalogObject(
                ObjectKey.of(List.of("table", "public", name)),
                List.of("public", name),
                Optional.empty(),
                Attributes.of(attributes),
                Attributes.NONE);
    }

    /** A column of the table {@code public.table}. */
    public static CatalogObject column(String table, String name, String type) {
        return new CatalogObject(
                ObjectKey.of(List.of("column", "public", table, name)),
                List.of("public", table),
                Optional.of(ObjectKey.of(List.of("table", "public", table))),
                Attributes.of(Map.of("type", new Value.Text(type))),
                Attributes.NONE);
    }

    /** A descriptor whose drifts are warnings. */
    public static KindDescriptor kind(String name) {
        return new KindDescriptor(
                new ObjectKind(name),
                name,
                "structure",
                Severity.WARNING,
                new TreeMap<>(),
                10,
                Set.of(),
                new TreeMap<>());
    }

    /** A marker without trouble, of a server of that major version. */
    public static SnapshotMarker marker(Environment environment, long epoch, long sequence, int major, Slice slice) {
        return new SnapshotMarker(
                environment,
                epoch,
                sequence,
                Optional.of(NOON.plusSeconds(sequence)),
                Duration.ofMillis(120),
                NOON.plusSeconds(sequence),
                Optional.of(new ServerIdentity(
                        "7301", 1, "0/16B3748", major * 10_000, String.valueOf(major), "postgres", "reader", false)),
                Consistency.EXACT,
                List.of(kind("table"), kind("column")),
                List.of(),
                Optional.empty(),
                slice);
    }

    /** An object that only production has, with a note folded into it. */
    public static Difference missing(CatalogObject object) {
        List<AttributeDifference> attributes = object.compared().values().entrySet().stream()
                .map(each -> new AttributeDifference(each.getKey(), each.getValue(), Value.NULL))
                .toList();
        return new Difference(
                object.key(),
                object.parent(),
                Change.MISSING,
                attributes,
                new TreeMap<>(Map.of(new ObjectKind("note"), 1)));
    }

    /** An open drift of staging against production, seen at noon. */
    public static Drift drift(Difference difference) {
        return new Drift(
                "5f" + "0".repeat(62),
                new Comparison(PRODUCTION, STAGING),
                difference,
                "structure",
                10,
                Severity.WARNING,
                "create it",
                new SnapshotRef(3, 7, NOON),
                new SnapshotRef(2, 41, NOON.plusSeconds(1)),
                NOON.plusSeconds(2),
                NOON.plusSeconds(2),
                Optional.empty());
    }

    /** An event of that type about a drift. */
    public static DriftEvent event(DriftEvent.Type type, Drift drift) {
        return new DriftEvent("e1" + "0".repeat(62), type, drift, NOON.plusSeconds(3));
    }

    /** A comparison that could measure everything but the columns of staging. */
    public static ComparisonState state() {
        return new ComparisonState(
                new Comparison(PRODUCTION, STAGING),
                1,
                4,
                Optional.of(new SnapshotRef(3, 7, NOON)),
                Optional.empty(),
                List.of(new Unknown(
                        STAGING, Optional.of(new ObjectKind("column")), UnknownReason.LOCKED, "somebody holds a lock")),
                12,
                NOON,
                Optional.of(NOON.minusSeconds(2)),
                Optional.of(Duration.ofMillis(7)));
    }
}
