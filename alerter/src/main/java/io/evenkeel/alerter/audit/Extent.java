package io.evenkeel.alerter.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * How much an environment's catalog is, and how far its migrations go.
 *
 * @param bytes of all objects, as they are on the wire
 * @param migrationHead the time in the newest version of an applied migration that begins with one (UTC, by its author's
 *     clock); absent: no version holds a time
 */
public record Extent(long bytes, Optional<Instant> migrationHead) {}
