package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.notify.Message;
import java.time.Instant;

/**
 * A message that this process is to send now.
 *
 * @param attempts this one included
 * @param createdAt when its oldest event came into the outbox (UTC)
 */
record Claim(Message message, int attempts, Instant createdAt) {}
