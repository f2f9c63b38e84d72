package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.DriftRecord;
import java.util.Optional;

/** What a record of any topic says. */
sealed interface Content {
    /**
     * From a catalog topic.
     *
     * @param json the value as it is on the wire; empty for a tombstone
     * @param witnessed who changed the object, where a witness saw it
     */
    record OfCatalog(Environment environment, CatalogRecord record, String json, Optional<Witnessed> witnessed)
            implements Content {}

    record OfDrift(DriftRecord record) implements Content {}

    record OfEvent(DriftEvent event) implements Content {}

    /** Bytes that are not what their topic holds. */
    record Rejected(String why) implements Content {}
}
