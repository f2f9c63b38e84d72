package io.evenkeel.contract.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One thing in a catalog, as one snapshot saw it.
 *
 * @param root the names of the outermost parent (the table of a column); they decide the Kafka partition, so that an
 *     object, its parent and its peers in every other environment meet
 * @param parent the object that this one lies in and disappears with, if any
 * @param compared what is held against other environments
 * @param carried what people want to see, and what never makes a drift
 */
public record CatalogObject(
        ObjectKey key, List<String> root, Optional<ObjectKey> parent, Attributes compared, Attributes carried) {
    public CatalogObject {
        root = List.copyOf(root);
        if (root.isEmpty()) {
            throw new IllegalArgumentException(key + " has no root: expected the names of its outermost parent");
        }
    }

    /** The same object with other carried attributes. */
    public CatalogObject carrying(Attributes others) {
        return new CatalogObject(key, root, parent, compared, others);
    }
}
