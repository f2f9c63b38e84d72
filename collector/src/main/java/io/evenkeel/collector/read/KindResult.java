package io.evenkeel.collector.read;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.List;

/** What came of one file's query. */
sealed interface KindResult {
    /** Its objects. */
    record Objects(List<CatalogObject> objects) implements KindResult {}

    /**
     * It could not be read.
     *
     * @param mayPass whether the next round may find it otherwise
     */
    record Problem(UnknownReason reason, String detail, boolean mayPass) implements KindResult {}
}
