package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.CatalogObject;
import java.time.Instant;
import java.util.Optional;

/**
 * What one object was for a time.
 *
 * @param from when the first snapshot that shows it was taken (UTC); absent: before the history begins
 * @param to when the first snapshot that does not show it any more was taken (UTC); absent: it is so now
 */
public record ObjectVersion(Optional<Instant> from, Optional<Instant> to, CatalogObject object) {}
