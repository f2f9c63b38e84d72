package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.wire.WireRecord;

/** One record to publish and what it does to the topic's contents. */
sealed interface Change {
    ObjectKey key();

    int partition();

    WireRecord bytes();

    /** An object appears or changes. */
    record Put(ObjectKey key, Slot slot, WireRecord bytes) implements Change {
        @Override
        public int partition() {
            return slot.partition();
        }
    }

    /** An object is no more, in that partition. */
    record Drop(ObjectKey key, int partition, WireRecord bytes) implements Change {}
}
