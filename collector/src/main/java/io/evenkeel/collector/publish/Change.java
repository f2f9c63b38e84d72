package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.WireRecord;
import java.util.Optional;

/**
 * One record to publish and what it does to the topic's contents. Its bytes are made only when it is sent: a first reading
 * has many.
 */
sealed interface Change {
    ObjectKey key();

    Slot slot();

    /** Who made the change, where that was seen. */
    Optional<Witnessed> deed();

    /** Without the deed. */
    WireRecord plain(RecordCodec codec, Environment environment);

    default WireRecord bytes(RecordCodec codec, Environment environment) {
        WireRecord plain = plain(codec, environment);
        return deed().map(made -> codec.encode(plain, made)).orElse(plain);
    }

    /** An object appears or changes. */
    record Put(CatalogObject object, Slot slot, Optional<Witnessed> deed) implements Change {
        @Override
        public ObjectKey key() {
            return object.key();
        }

        @Override
        public WireRecord plain(RecordCodec codec, Environment environment) {
            return codec.encode(environment, object);
        }
    }

    /** An object is no more where it stood. */
    record Drop(ObjectKey key, Slot slot, Optional<Witnessed> deed) implements Change {
        @Override
        public WireRecord plain(RecordCodec codec, Environment environment) {
            return codec.encodeGone(environment, key, slot.root());
        }
    }
}
