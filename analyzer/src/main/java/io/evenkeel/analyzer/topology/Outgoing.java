package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.wire.WireRecord;

/** A record on its way out, to the same partition that its task reads. */
record Outgoing(int partition, WireRecord record) {}
