package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is measured: an attribute, by its name, of an object that measures data. */
public record Volume(ObjectKey key, String name) implements Comparable<Volume> {
    private static final Comparator<Volume> ORDER =
            Comparator.comparing(Volume::key).thenComparing(Volume::name);

    @Override
    public int compareTo(Volume other) {
        return ORDER.compare(this, other);
    }

    /** Every whole number that the object carries. */
    static SortedMap<Volume, Long> of(CatalogObject object) {
        SortedMap<Volume, Long> volumes = new TreeMap<>();
        object.carried().forEach((name, value) -> {
            if (value instanceof Value.Int number) {
                volumes.put(new Volume(object.key(), name), number.number());
            }
        });
        return volumes;
    }
}
