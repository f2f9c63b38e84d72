package io.evenkeel.analyzer.compare;

import io.evenkeel.analyzer.diff.Side;
import io.evenkeel.contract.catalog.CatalogObject;
import java.util.List;

/** One whole reading of one environment. */
public record Snapshot(Side side, List<CatalogObject> objects) {
    public Snapshot {
        objects = List.copyOf(objects);
    }
}
