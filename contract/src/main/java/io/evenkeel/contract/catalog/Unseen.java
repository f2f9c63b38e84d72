package io.evenkeel.contract.catalog;

import java.util.List;

/**
 * What a reading did not get to see of an object, as a carried attribute: options that a role without rights is not shown,
 * a checksum that a tool never wrote down. It can be held against nothing.
 */
public final class Unseen {
    /** The carried attribute that lists the names of compared ones. */
    public static final String ATTRIBUTE = "unread";

    /** Stands for all attributes, and for whether the object is there at all. */
    public static final String ALL = "*";

    private Unseen() {}

    /** The names of the attributes; none if everything was seen. */
    public static List<String> of(CatalogObject object) {
        return object.carried().get(ATTRIBUTE) instanceof Value.TextList list ? list.items() : List.of();
    }
}
