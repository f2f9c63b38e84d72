package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.drift.Attribution;
import java.time.Instant;
import java.util.Optional;

/**
 * What one object was for a time.
 *
 * @param from when the first snapshot that shows it was taken (UTC); absent: before the history begins
 * @param to when the first snapshot that does not show it any more was taken (UTC); absent: it is so now
 * @param change that made it so; absent where the history begins with it
 * @param end the change that ended it, where that is over
 */
public record ObjectVersion(
        Optional<Instant> from,
        Optional<Instant> to,
        CatalogObject object,
        Optional<Attribution> change,
        Optional<Attribution> end) {}
