package io.evenkeel.alerter.audit;

import io.evenkeel.contract.drift.DriftEvent;
import java.time.Instant;

/**
 * An event as the audit trail has it.
 *
 * @param position its place in the order of arrival; grows, with gaps
 * @param receivedAt when it was stored (UTC)
 */
public record RecordedEvent(long position, DriftEvent event, Instant receivedAt) {}
