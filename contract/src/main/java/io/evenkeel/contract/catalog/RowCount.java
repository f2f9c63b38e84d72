package io.evenkeel.contract.catalog;

import java.util.Optional;

/**
 * How many rows a table has, as carried attributes of objects that measure data. People expect environments to differ in
 * them, unless they say otherwise for a table.
 */
public final class RowCount {
    /** What the planner believes. */
    public static final String ESTIMATE = "rows";

    /** Counted, where the settings want it; then there is no estimate. */
    public static final String EXACT = "exact_rows";

    private RowCount() {}

    /** That number of an object; empty if it does not have it. */
    public static Optional<Long> of(CatalogObject object, String attribute) {
        return object.carried().get(attribute) instanceof Value.Int count
                ? Optional.of(count.number())
                : Optional.empty();
    }
}
