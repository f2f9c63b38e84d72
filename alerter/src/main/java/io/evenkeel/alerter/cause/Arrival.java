package io.evenkeel.alerter.cause;

import java.time.Instant;
import java.util.Set;

/**
 * The snapshot that was the first to show a migration.
 *
 * @param at when it was taken (UTC)
 * @param changed what else it showed as new, changed or gone: beginnings of the hashes of keys
 */
public record Arrival(Instant at, Set<Long> changed) {
    public Arrival {
        changed = Set.copyOf(changed);
    }
}
