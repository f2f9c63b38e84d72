package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one side of a report holds.
 *
 * @param counts how many objects of each kind, volumes of data left out
 * @param volumes the measurements: the numbers that objects of the category data carry
 */
public record Measured(Side side, SortedMap<ObjectKind, Long> counts, SortedMap<Volume, Long> volumes) {
    public Measured {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        volumes = Collections.unmodifiableSortedMap(new TreeMap<>(volumes));
    }

    /**
     * Counts and volumes of the objects of one reading.
     *
     * @param compared whether an object is held against the other side; the others do not count
     */
    public static Measured of(
            Side side,
            Collection<CatalogObject> objects,
            Map<ObjectKind, KindDescriptor> descriptors,
            Predicate<CatalogObject> compared) {
        SortedMap<ObjectKind, Long> counts = new TreeMap<>();
        SortedMap<Volume, Long> volumes = new TreeMap<>();
        for (CatalogObject object : objects) {
            ObjectKind kind = object.key().kind();
            KindDescriptor descriptor = descriptors.get(kind);
            if (descriptor != null && Category.DATA.holds(descriptor)) {
                volumes.putAll(Volume.of(object));
            } else if (compared.test(object)) {
                counts.merge(kind, 1L, Long::sum);
            }
        }
        return new Measured(side, counts, volumes);
    }
}
