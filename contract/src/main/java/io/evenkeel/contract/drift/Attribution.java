package io.evenkeel.contract.drift;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Witnessed;
import java.time.Instant;
import java.util.Optional;

/**
 * Which side's change a step in a drift's life comes from.
 *
 * @param environment whose catalog changed
 * @param after the last instant for which it is known to have been as before (UTC)
 * @param until the first instant for which it is known to have been as it is now (UTC)
 * @param witnessed who changed it and how, where a witness in the database saw it
 */
public record Attribution(Environment environment, Instant after, Instant until, Optional<Witnessed> witnessed) {}
