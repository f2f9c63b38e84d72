package io.evenkeel.alerter.rule;

import java.time.Instant;

/**
 * Who took a drift as it is, why, and for how long.
 *
 * @param until when it comes back as open drift (UTC)
 */
public record Acceptance(Instant until, String owner, String reason) {}
