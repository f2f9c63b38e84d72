package io.evenkeel.contract.wire;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.util.List;

/** What a record on a catalog topic says. */
public sealed interface CatalogRecord {
    /** An object is, as described. */
    record Present(CatalogObject object) implements CatalogRecord {}

    /** An object is no more. */
    record Gone(ObjectKey key, List<String> root) implements CatalogRecord {
        public Gone {
            root = List.copyOf(root);
        }
    }

    /** A snapshot is complete in this partition. */
    record Marked(SnapshotMarker marker) implements CatalogRecord {}
}
