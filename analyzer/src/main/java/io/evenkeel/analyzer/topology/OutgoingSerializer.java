package io.evenkeel.analyzer.topology;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Unwraps what the partitioner needed to see; a tombstone stays one. */
final class OutgoingSerializer implements Serializer<Outgoing> {
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Outgoing outgoing) {
        return outgoing == null ? null : outgoing.record().value().orElse(null);
    }
}
