package io.evenkeel.analyzer.ledger;

import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.SnapshotRef;
import java.time.Instant;

/**
 * What was compared, and when.
 *
 * @param time when the analyzer saw it (UTC)
 */
public record Moment(Comparison comparison, SnapshotRef baseline, SnapshotRef target, Instant time) {}
