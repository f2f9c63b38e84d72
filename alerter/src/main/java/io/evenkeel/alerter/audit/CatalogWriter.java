package io.evenkeel.alerter.audit;

import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what a batch says of catalogs, and writes what is now, what was, and the snapshots in between. */
final class CatalogWriter {
    private static final String MARK = """
            insert into environment_slice (environment, partition, partitions, epoch, sequence, read_at, published_at,
                                           failure_reason, objects, record, received_at)
            select n.environment, n.partition, n.partitions, n.epoch, n.sequence, n.read_at, n.published_at,
                   n.failure_reason, n.objects, n.record::jsonb, ?
            from unnest(?::text[], ?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[],
                        ?::text[], ?::bigint[], ?::text[])
                 as n (environment, partition, partitions, epoch, sequence, read_at, published_at,
                       failure_reason, objects, record)
            on conflict (environment, partition) do update
            set partitions = excluded.partitions, epoch = excluded.epoch, sequence = excluded.sequence,
                read_at = excluded.read_at, published_at = excluded.published_at,
                failure_reason = excluded.failure_reason, objects = excluded.objects, record = excluded.record,
                received_at = excluded.received_at
            """;

    private static final String LAST = """
            select s.record
            from environment_slice s
            join unnest(?::text[], ?::int[]) as n (environment, partition) using (environment, partition)
            """;
    private static final Logger LOG = LoggerFactory.getLogger(CatalogWriter.class);

    private record Word(SliceName slice, Content.OfCatalog content) {}

    private final List<Word> words = new ArrayList<>();
    private final Set<SliceName> briefly = new LinkedHashSet<>();

    void add(int partition, Content.OfCatalog content) {
        SliceName slice = new SliceName(content.environment(), partition);
        words.add(new Word(slice, content));
        if (content.record() instanceof CatalogRecord.Marked marked
                && marked.marker().isBrief()) {
            briefly.add(slice);
        }
    }

    void write(Connection connection, Instant now) throws SQLException {
        if (words.isEmpty()) {
            return;
        }
        Map<SliceName, SliceState> slices = SliceStates.load(connection, names());
        ObjectWriter objects = ObjectWriter.of(connection, keys());
        SnapshotWriter snapshots = new SnapshotWriter();
        WitnessWriter witnesses = new WitnessWriter();
        Map<SliceName, SnapshotMarker> newest = new LinkedHashMap<>();
        Map<SliceName, SnapshotMarker> last = last(connection);
        for (Word word : words) {
            SliceState slice = Optional.ofNullable(slices.get(word.slice())).orElseThrow();
            switch (word.content().record()) {
                case CatalogRecord.Present present -> {
                    VersionKey key =
                            VersionKey.of(word.slice(), present.object().key());
                    if (objects.put(
                            slice,
                            key,
                            StoredObject.of(
                                    present.object(), key.key(), word.content().json()))) {
                        witnesses.add(key, slice.next(), word.content().witnessed());
                    }
                }
                case CatalogRecord.Gone gone -> {
                    VersionKey key = VersionKey.of(word.slice(), gone.key());
                    if (objects.end(slice, key)) {
                        witnesses.add(key, slice.next(), word.content().witnessed());
                    }
                }
                case CatalogRecord.Marked marked -> {
                    Optional<SnapshotMarker> described =
                            marked.marker().described(Optional.ofNullable(last.get(word.slice())));
                    if (described.isPresent()) {
                        last.put(word.slice(), described.get());
                        newest.put(word.slice(), described.get());
                        snapshots.add(connection, slice, objects, described.get());
                    } else {
                        LOG.warn(
                                "{}: a brief marker refers to one that is not known; the next whole one counts",
                                slice.name);
                    }
                }
            }
        }
        objects.write(connection);
        witnesses.write(connection);
        snapshots.write(connection, now);
        SliceStates.save(connection, slices.values());
        if (!newest.isEmpty()) {
            mark(connection, newest.values(), now);
        }
    }

    /** The newest markers of those slices of which this batch has brief ones. */
    private Map<SliceName, SnapshotMarker> last(Connection connection) throws SQLException {
        Map<SliceName, SnapshotMarker> last = new HashMap<>();
        if (!briefly.isEmpty()) {
            Rows.Binder names = query -> {
                Rows.column(
                        query, 1, "text", briefly, slice -> slice.environment().name());
                Rows.column(query, 2, "int4", briefly, SliceName::partition);
            };
            Rows.query(connection, LAST, names, row -> Rows.json(row, "record", SnapshotMarker.class))
                    .forEach(marker -> last.put(
                            new SliceName(marker.environment(), marker.slice().partition()), marker));
        }
        return last;
    }

    private Set<SliceName> names() {
        return words.stream().map(Word::slice).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<VersionKey> keys() {
        Set<VersionKey> keys = new LinkedHashSet<>();
        for (Word word : words) {
            switch (word.content().record()) {
                case CatalogRecord.Present present ->
                    keys.add(VersionKey.of(word.slice(), present.object().key()));
                case CatalogRecord.Gone gone -> keys.add(VersionKey.of(word.slice(), gone.key()));
                case CatalogRecord.Marked marked -> {}
            }
        }
        return keys;
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private static void mark(Connection connection, Collection<SnapshotMarker> slices, Instant now)
            throws SQLException {
        Rows.update(connection, MARK, mark -> {
            mark.setObject(1, Rows.at(now));
            Rows.column(mark, 2, "text", slices, slice -> slice.environment().name());
            Rows.column(mark, 3, "int4", slices, slice -> slice.slice().partition());
            Rows.column(mark, 4, "int4", slices, slice -> slice.slice().partitions());
            Rows.column(mark, 5, "int8", slices, SnapshotMarker::epoch);
            Rows.column(mark, 6, "int8", slices, SnapshotMarker::sequence);
            Rows.column(
                    mark,
                    7,
                    "timestamptz",
                    slices,
                    slice -> slice.readAt().map(Rows::at).orElse(null));
            Rows.column(mark, 8, "timestamptz", slices, slice -> Rows.at(slice.publishedAt()));
            Rows.column(
                    mark,
                    9,
                    "text",
                    slices,
                    slice -> slice.failure()
                            .map(Failure::reason)
                            .map(UnknownReason::word)
                            .orElse(null));
            Rows.column(mark, 10, "int8", slices, slice -> slice.slice().objects());
            Rows.column(mark, 11, "text", slices, CatalogWriter::json);
        });
    }
}
