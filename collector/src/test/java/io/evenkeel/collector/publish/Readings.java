package io.evenkeel.collector.publish;

import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Readings made by hand. */
final class Readings {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    static final ServerIdentity SERVER = new ServerIdentity("1", 1, "0/1", 170011, "17.11", "d", "r", false);

    private Readings() {}

    static CatalogObject sail(String name, String cut) {
        return new CatalogObject(
                ObjectKey.of(List.of("sail", name)),
                List.of(name),
                Optional.empty(),
                Attributes.of(Map.of("cut", new Value.Text(cut))),
                Attributes.NONE);
    }

    static Reading.Complete of(CatalogObject... objects) {
        return of(List.of(), objects);
    }

    /** One that could not read the sails whose names begin with that one. */
    static Reading.Complete unreadWithin(String name, CatalogObject... objects) {
        return of(
                List.of(new Unread(
                        new ObjectKind("sail"), UnknownReason.PERMISSION, "no right", Optional.of(List.of(name)))),
                objects);
    }

    static Reading.Complete unread(CatalogObject... objects) {
        return of(List.of(new Unread(new ObjectKind("sail"), UnknownReason.PERMISSION, "no right to look")), objects);
    }

    /** The same, read from another server. */
    static Reading.Complete from(ServerIdentity server, Reading.Complete reading) {
        return new Reading.Complete(
                reading.objects(),
                reading.kinds(),
                reading.unread(),
                reading.stale(),
                server,
                reading.consistency(),
                reading.readAt(),
                reading.duration(),
                reading.snapshot(),
                reading.deeds());
    }

    private static Reading.Complete of(List<Unread> unread, CatalogObject... objects) {
        SortedMap<ObjectKey, CatalogObject> map = new TreeMap<>();
        for (CatalogObject object : objects) {
            map.put(object.key(), object);
        }
        return new Reading.Complete(
                map,
                List.of(KindDescriptor.undescribed(new ObjectKind("sail"))),
                unread,
                Set.of(),
                SERVER,
                Consistency.EXACT,
                NOW,
                Duration.ofMillis(20),
                "1:1:",
                List.of());
    }
}
