package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.notify.Message;
import java.time.Instant;

/**
 * A message that this process is to send now.
 *
 * @param steps how many it tells
 * @param attempts this one included
 * @param createdAt when the oldest of its steps came into the outbox (UTC)
 */
record Claim(Message message, int steps, int attempts, Instant createdAt) {}
