package io.evenkeel.alerter.audit;

import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Plays a collector whose database changes at random, and remembers what it was when. */
final class PastWorld {
    static final int PARTITIONS = 3;
    private static final int NAMES = 40;

    /** In the order of each partition; partitions are read independently of each other. */
    final List<List<Incoming>> topic = new ArrayList<>();

    /** What the environment held from that instant on. */
    final TreeMap<Instant, Map<ObjectKey, CatalogObject>> states = new TreeMap<>();

    /** When each object changed, and who was seen changing it. */
    final Map<ObjectKey, TreeMap<Instant, Optional<Witnessed>>> changes = new TreeMap<>();

    final Environment environment;
    private final Random random;
    private final RecordCodec codec = new RecordCodec();
    private final Map<ObjectKey, CatalogObject> objects = new TreeMap<>();
    private long epoch = 1;
    private long sequence;
    private Instant now = Samples.NOON;

    PastWorld(Environment environment, long seed) {
        this.environment = environment;
        this.random = new Random(seed);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            topic.add(new ArrayList<>());
        }
    }

    /** Publishes that many snapshots, each of which changes a few objects, none, or fails. */
    PastWorld live(int snapshots) {
        for (int i = 0; i < snapshots; i++) {
            now = now.plusSeconds(1 + random.nextInt(2000));
            if (random.nextInt(15) == 0) {
                epoch++;
                sequence = 0;
            }
            boolean failed = random.nextInt(10) == 0;
            if (!failed) {
                change(random.nextInt(3) == 0 ? 0 : random.nextInt(12));
            }
            mark(failed ? Optional.of(new Failure(UnknownReason.TIMEOUT, "took too long")) : Optional.empty());
        }
        return this;
    }

    /** Publishes a snapshot with that many objects more. */
    PastWorld grow(int more) {
        now = now.plusSeconds(10);
        for (int i = 0; i < more; i++) {
            put(Samples.column("wide" + i / 20, "c" + i, "text"));
        }
        mark(Optional.empty());
        return this;
    }

    /** Says that often, ten seconds apart, that nothing changed. */
    void beat(int times) {
        for (int i = 0; i < times; i++) {
            now = now.plusSeconds(10);
            mark(Optional.empty());
        }
    }

    private void change(int words) {
        for (int i = 0; i < words; i++) {
            String name = "t" + random.nextInt(NAMES);
            ObjectKey key = ObjectKey.of(List.of("column", "public", name));
            if (random.nextInt(4) == 0) {
                Optional.ofNullable(objects.remove(key)).ifPresent(this::drop);
            } else {
                CatalogObject column = Samples.column("r" + random.nextInt(6), name, "type" + random.nextInt(5));
                put(new CatalogObject(key, column.root(), column.parent(), column.compared(), column.carried()));
            }
        }
    }

    private void put(CatalogObject object) {
        Optional<CatalogObject> old = Optional.ofNullable(objects.put(object.key(), object));
        old.filter(was -> partition(was) != partition(object)).ifPresent(this::drop);
        WireRecord bytes = codec.encode(environment, object);
        add(partition(object), new CatalogRecord.Present(object), bytes, witnessed(object.key()));
        if (!old.equals(Optional.of(object))) {
            changed(object.key());
        }
    }

    private void drop(CatalogObject object) {
        add(
                partition(object),
                new CatalogRecord.Gone(object.key(), object.root()),
                codec.encodeGone(environment, object.key(), object.root()),
                witnessed(object.key()));
        changed(object.key());
    }

    private void changed(ObjectKey key) {
        changes.computeIfAbsent(key, any -> new TreeMap<>()).put(now, witnessed(key));
    }

    /** Who changes the object in this snapshot; about half is seen by nobody. */
    private Optional<Witnessed> witnessed(ObjectKey key) {
        int by = Math.floorMod(Objects.hash(key, now), 6);
        return by < 3
                ? Optional.empty()
                : Optional.of(new Witnessed(
                        now, "ALTER TABLE", Optional.empty(), "r" + by, "r", Optional.empty(), Optional.empty(), 0));
    }

    private void mark(Optional<Failure> failure) {
        sequence++;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            SnapshotMarker made = marker(failure, slice(partition));
            add(partition, new CatalogRecord.Marked(made), codec.encode(made), Optional.empty());
        }
        Set<ObjectKey> before =
                states.isEmpty() ? Set.of() : states.lastEntry().getValue().keySet();
        // what came and went between two snapshots no snapshot shows
        changes.forEach((key, times) -> {
            if (!objects.containsKey(key) && !before.contains(key)) {
                times.remove(now);
            }
        });
        states.put(now, new TreeMap<>(objects));
    }

    private SnapshotMarker marker(Optional<Failure> failure, Slice slice) {
        SnapshotMarker sample = Samples.marker(environment, epoch, sequence, 17, slice);
        return new SnapshotMarker(
                environment,
                epoch,
                sequence,
                Optional.of(now),
                sample.readDuration(),
                now,
                sample.server(),
                sample.consistency(),
                sample.kinds(),
                List.of(),
                failure,
                slice);
    }

    private Slice slice(int partition) {
        Fingerprint sum = Fingerprint.EMPTY;
        long count = 0;
        for (CatalogObject object : objects.values()) {
            if (partition(object) == partition) {
                WireRecord bytes = codec.encode(environment, object);
                sum = sum.plus(ContentHash.of(bytes.key(), bytes.value().orElseThrow()));
                count++;
            }
        }
        return new Slice(partition, PARTITIONS, count, sum.hex());
    }

    private static int partition(CatalogObject object) {
        return RecordCodec.partition(object.root(), PARTITIONS);
    }

    private void add(int partition, CatalogRecord record, WireRecord bytes, Optional<Witnessed> witnessed) {
        String json = bytes.value()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
        List<Incoming> records = topic.get(partition);
        records.add(new Incoming(
                "x.catalog." + environment,
                partition,
                records.size(),
                new Content.OfCatalog(environment, record, json, witnessed)));
    }

    /** The records as a consumer may get them: partitions mixed, in batches of any size. */
    List<List<Incoming>> batches() {
        int[] read = new int[PARTITIONS];
        List<List<Incoming>> batches = new ArrayList<>();
        List<Incoming> batch = new ArrayList<>();
        for (int left = topic.stream().mapToInt(List::size).sum(); left > 0; left--) {
            int partition = random.nextInt(PARTITIONS);
            while (read[partition] == topic.get(partition).size()) {
                partition = (partition + 1) % PARTITIONS;
            }
            batch.add(topic.get(partition).get(read[partition]++));
            if (random.nextInt(25) == 0) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
        }
        batches.add(List.copyOf(batch));
        return batches.stream().filter(each -> !each.isEmpty()).toList();
    }
}
