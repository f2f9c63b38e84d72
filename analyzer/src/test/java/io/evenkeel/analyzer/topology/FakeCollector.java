package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.KeyDigests;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.WireRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Publishes an environment as a collector does: what changed, then a marker; all in one partition. */
public final class FakeCollector {
    private final Environment environment;
    private final int partition;
    private final int partitions;
    private final RecordCodec codec = new RecordCodec();
    private final Map<ObjectKey, CatalogObject> objects = new TreeMap<>();
    private final List<WireRecord> pending = new ArrayList<>();
    private long sequence;
    private int major = 17;
    private List<KindDescriptor> kinds = List.of(Samples.kind("table"), Samples.kind("column"), Samples.kind("note"));
    private List<Unread> unread = List.of();
    private Optional<Failure> failure = Optional.empty();
    private boolean everRead = true;
    private boolean listsKeys;

    public FakeCollector(Environment environment) {
        this(environment, 0, 1);
    }

    public FakeCollector(Environment environment, int partition, int partitions) {
        this.environment = environment;
        this.partition = partition;
        this.partitions = partitions;
    }

    /** The environment has this object now. */
    public FakeCollector has(CatalogObject... changed) {
        for (CatalogObject object : changed) {
            objects.put(object.key(), object);
            pending.add(codec.encode(environment, object));
        }
        return this;
    }

    /** The environment has this object no more. */
    public FakeCollector drops(CatalogObject... gone) {
        for (CatalogObject object : gone) {
            objects.remove(object.key());
            pending.add(codec.encodeGone(environment, object.key(), object.root()));
        }
        return this;
    }

    /** A witness saw who made the last change. */
    FakeCollector by(Witnessed witnessed) {
        pending.add(codec.encode(pending.removeLast(), witnessed));
        return this;
    }

    /** The environment has these objects now and no others. */
    public FakeCollector becomes(Collection<CatalogObject> world) {
        Map<ObjectKey, CatalogObject> gone = new TreeMap<>(objects);
        for (CatalogObject object : world) {
            gone.remove(object.key());
            if (!object.equals(objects.get(object.key()))) {
                has(object);
            }
        }
        return drops(gone.values().toArray(CatalogObject[]::new));
    }

    FakeCollector runs(int newMajor) {
        major = newMajor;
        return this;
    }

    FakeCollector reads(KindDescriptor... newKinds) {
        kinds = List.of(newKinds);
        return this;
    }

    FakeCollector cannotRead(Unread... newUnread) {
        unread = List.of(newUnread);
        return this;
    }

    FakeCollector fails(UnknownReason reason) {
        failure = Optional.of(new Failure(reason, "told by the test"));
        return this;
    }

    FakeCollector recovers() {
        failure = Optional.empty();
        return this;
    }

    FakeCollector neverRead() {
        everRead = false;
        return this;
    }

    /** Its markers say which keys there are. */
    FakeCollector listsKeys() {
        listsKeys = true;
        return this;
    }

    /** The records up to and with the next marker. */
    public List<WireRecord> snapshot() {
        List<WireRecord> records = new ArrayList<>(pending);
        pending.clear();
        records.add(codec.encode(marker()));
        return records;
    }

    /** The same by a brief marker, whose kinds are those of the marker before. */
    List<WireRecord> briefSnapshot() {
        List<WireRecord> records = new ArrayList<>(pending);
        pending.clear();
        long whole = sequence;
        records.add(codec.encode(marker().brief(whole)));
        return records;
    }

    /** Everything again and a marker, as after a lost topic. */
    List<WireRecord> fullSnapshot() {
        return again().snapshot();
    }

    /** The environment has what it had. */
    public FakeCollector again() {
        pending.clear();
        return has(objects.values().toArray(CatalogObject[]::new));
    }

    /** Forgets what it would publish: the topic loses it. */
    FakeCollector loses() {
        pending.clear();
        return this;
    }

    SnapshotMarker marker() {
        sequence++;
        SnapshotMarker plain = Samples.marker(environment, 1, sequence, major, slice());
        SnapshotMarker marker = new SnapshotMarker(
                environment,
                1,
                sequence,
                everRead ? plain.readAt() : Optional.empty(),
                plain.readDuration(),
                plain.publishedAt(),
                plain.server(),
                plain.consistency(),
                kinds,
                unread,
                failure,
                plain.slice());
        return listsKeys
                ? marker.withKeys(KeyDigests.of(objects.keySet().stream().map(RecordCodec::bytes)))
                : marker;
    }

    private Slice slice() {
        Fingerprint fingerprint = Fingerprint.EMPTY;
        for (CatalogObject object : objects.values()) {
            WireRecord record = codec.encode(environment, object);
            fingerprint =
                    fingerprint.plus(ContentHash.of(record.key(), record.value().orElseThrow()));
        }
        return new Slice(partition, partitions, objects.size(), fingerprint.hex());
    }
}
