package io.evenkeel.contract.catalog;

import java.util.Optional;

/**
 * The server majors that can have an object, as carried attributes. That a major lacks what it cannot have is no
 * difference: a privilege that came with 17, a default that went with 15. Objects that are each bound to their own major,
 * such as what a server ships with, are not held against each other either.
 */
public final class MajorRange {
    /** The carried attribute that names the first major that can have the object, such as 17. */
    public static final String SINCE = "since_major";

    /** The carried attribute that names the last major that can have the object. */
    public static final String UNTIL = "until_major";

    private MajorRange() {}

    /** Whether a server can have that object; a server of unknown major can. */
    public static boolean holds(CatalogObject object, Optional<Integer> major) {
        return major.map(each -> bound(object, SINCE, each) <= each && bound(object, UNTIL, each) >= each)
                .orElse(true);
    }

    private static long bound(CatalogObject object, String name, long unbounded) {
        return object.carried().get(name) instanceof Value.Int bound ? bound.number() : unbounded;
    }
}
