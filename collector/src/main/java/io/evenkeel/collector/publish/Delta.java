package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.contract.wire.RecordCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has to be published so that a topic says what a reading saw. */
final class Delta {
    private final RecordCodec codec = new RecordCodec();
    private Map<ObjectKey, CatalogObject> onTopic = Map.of();

    /**
     * What is {@code unread} keeps its last state: nothing may be said of them. With {@code everything}, what
     * did not change is said again.
     */
    List<Change> between(
            Published published,
            Map<ObjectKey, CatalogObject> objects,
            List<Unread> unread,
            Deeds deeds,
            boolean everything) {
        List<Change> changes = new ArrayList<>();
        Set<ObjectKey> renamed = new HashSet<>();
        int standing = 0;
        for (CatalogObject read : objects.values()) {
            boolean stands = published.slot(read.key()).isPresent();
            standing += stands ? 1 : 0;
            // what is as it was need not be encoded to know that
            if (everything || !stands || !read.equals(onTopic.get(read.key()))) {
                CatalogObject object = Oversize.cut(read);
                if (!object.key().equals(read.key())) {
                    renamed.add(object.key());
                }
                add(published, object, deeds, everything, changes);
            }
        }
        if (standing == published.slots().size()) {
            return changes;
        }
        published.slots().forEach((key, slot) -> {
            boolean seen = objects.containsKey(key) || renamed.contains(key);
            if (!seen && unread.stream().noneMatch(gap -> gap.covers(key))) {
                changes.add(new Change.Drop(key, slot, deeds.on(key, slot.root())));
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
        int partition = RecordCodec.partition(object.root(), published.partitions());
        Slot slot = new Slot(partition, object.root(), codec.contentHash(object));
        Optional<Slot> old = published.slot(object.key());
        boolean same = old.equals(Optional.of(slot));
        if (same) {
            published.keep(object.key(), slot);
        }
        if (same && !unchangedToo) {
            return;
        }
        // another root is another partition: there the object has to go
        old.filter(was -> was.partition() != partition)
                .ifPresent(was -> changes.add(new Change.Drop(object.key(), was, Optional.empty())));
        changes.add(new Change.Put(object, slot, same ? Optional.empty() : deeds.on(object.key(), object.root())));
    }
}
