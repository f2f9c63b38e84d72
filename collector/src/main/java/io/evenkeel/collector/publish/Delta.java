package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.Unread;
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
     * What is {@code unread} keeps its last state: nothing may be said of them. With {@code everything}, what
     * did not change is said again.
     */
    List<Change> between(
            Published published,
            Collection<CatalogObject> objects,
            List<Unread> unread,
            Deeds deeds,
            boolean everything) {
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
                add(published, object, deeds, everything, changes);
            }
        }
        published.slots().forEach(entry -> {
            if (!present.contains(entry.getKey()) && unread.stream().noneMatch(gap -> gap.covers(entry.getKey()))) {
                changes.add(drop(entry.getKey(), entry.getValue(), deeds));
            }
        });
        return changes;
    }

    /** From now on these records stand on the topic. */
    void published(Map<ObjectKey, CatalogObject> objects) {
        onTopic = objects;
    }

    private void add(
            Published published, CatalogObject object, Deeds deeds, boolean unchangedToo, List<Change> changes) {
        WireRecord bytes = codec.encode(environment, object);
        ContentHash hash = ContentHash.of(bytes.key(), bytes.value().orElseThrow());
        int partition = RecordCodec.partition(object.root(), published.partitions());
        Slot slot = new Slot(partition, object.root(), hash);
        Optional<Slot> old = published.slot(object.key());
        boolean same = old.equals(Optional.of(slot));
        if (same && !unchangedToo) {
            return;
        }
        // another root is another partition: there the object has to go
        old.filter(was -> was.partition() != partition)
                .ifPresent(was -> changes.add(drop(object.key(), was, Deeds.NONE)));
        changes.add(new Change.Put(
                object.key(), slot, same ? bytes : witnessed(bytes, object.key(), object.root(), deeds)));
    }

    private Change drop(ObjectKey key, Slot slot, Deeds deeds) {
        WireRecord gone = codec.encodeGone(environment, key, slot.root());
        return new Change.Drop(key, slot.partition(), witnessed(gone, key, slot.root(), deeds));
    }

    private WireRecord witnessed(WireRecord record, ObjectKey key, List<String> root, Deeds deeds) {
        return deeds.on(key, root).map(deed -> codec.encode(record, deed)).orElse(record);
    }
}
