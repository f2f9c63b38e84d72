package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.WireRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has to be published so that a topic says what a reading saw. */
final class Delta {
    private final Environment environment;
    private final RecordCodec codec = new RecordCodec();
    private Map<ObjectKey, CatalogObject> onTopic = Map.of();

    Delta(Environment environment) {
        this.environment = environment;
    }

    /**
     * Objects of an {@code unread} kind keep their last state: nothing may be said of them. With {@code everything}, what
     * did not change is said again.
     */
    List<Change> between(
            Published published, Collection<CatalogObject> objects, Set<ObjectKind> unread, boolean everything) {
        List<Change> changes = new ArrayList<>();
        Set<ObjectKey> present = new HashSet<>();
        for (CatalogObject read : objects) {
            // what is as it was need not be encoded to know that
            if (!everything
                    && read.equals(onTopic.get(read.key()))
                    && published.slot(read.key()).isPresent()) {
                present.add(read.key());
            } else {
                CatalogObject object = Oversize.cut(read);
                present.add(object.key());
                add(published, object, everything, changes);
            }
        }
        published.slots().forEach(entry -> {
            if (!present.contains(entry.getKey())
                    && !unread.contains(entry.getKey().kind())) {
                changes.add(drop(entry.getKey(), entry.getValue()));
            }
        });
        return changes;
    }

    /** From now on these records stand on the topic. */
    void published(Map<ObjectKey, CatalogObject> objects) {
        onTopic = objects;
    }

    private void add(Published published, CatalogObject object, boolean unchangedToo, List<Change> changes) {
        WireRecord bytes = codec.encode(environment, object);
        ContentHash hash = ContentHash.of(bytes.key(), bytes.value().orElseThrow());
        int partition = RecordCodec.partition(object.root(), published.partitions());
        Slot slot = new Slot(partition, object.root(), hash);
        Optional<Slot> old = published.slot(object.key());
        if (!unchangedToo && old.equals(Optional.of(slot))) {
            return;
        }
        // another root is another partition: there the object has to go
        old.filter(was -> was.partition() != partition).ifPresent(was -> changes.add(drop(object.key(), was)));
        changes.add(new Change.Put(object.key(), slot, bytes));
    }

    private Change drop(ObjectKey key, Slot slot) {
        return new Change.Drop(key, slot.partition(), codec.encodeGone(environment, key, slot.root()));
    }
}
