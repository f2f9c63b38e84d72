package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what a batch says of catalogs, the newest word on each object, and writes it with few statements. */
final class CatalogWriter {
    private static final String UPSERT = """
            insert into catalog_object (environment, key_hash, partition, kind, key, root, record)
            select n.environment, sha256(convert_to(n.key, 'UTF8')), n.partition, n.kind, n.key::jsonb, n.root::jsonb,
                   n.record::jsonb
            from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                 as n (environment, partition, kind, key, root, record)
            on conflict (environment, key_hash) do update
            set partition = excluded.partition, root = excluded.root, record = excluded.record
            """;
    private static final String DELETE = """
            delete from catalog_object o
            using unnest(?::text[], ?::text[]) as n (environment, key)
            where o.environment = n.environment and o.key_hash = sha256(convert_to(n.key, 'UTF8'))
            """;
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

    private record Name(Environment environment, String key) {}

    private record Row(Name name, int partition, CatalogObject object, String json) {}

    private final Map<Name, Optional<Row>> objects = new LinkedHashMap<>();
    private final Map<List<Object>, SnapshotMarker> newest = new LinkedHashMap<>();
    private final List<SnapshotMarker> markers = new ArrayList<>();

    void add(int partition, Content.OfCatalog content) {
        Environment environment = content.environment();
        switch (content.record()) {
            case CatalogRecord.Present present -> {
                Name name = name(environment, present.object().key());
                objects.put(name, Optional.of(new Row(name, partition, present.object(), content.json())));
            }
            case CatalogRecord.Gone gone -> objects.put(name(environment, gone.key()), Optional.empty());
            case CatalogRecord.Marked marked -> {
                markers.add(marked.marker());
                newest.put(List.of(environment, partition), marked.marker());
            }
        }
    }

    private static Name name(Environment environment, ObjectKey key) {
        return new Name(environment, json(key));
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    List<SnapshotMarker> markers() {
        return List.copyOf(markers);
    }

    int objects() {
        return objects.size();
    }

    void write(Connection connection, Instant now) throws SQLException {
        List<Row> present = objects.values().stream().flatMap(Optional::stream).toList();
        if (!present.isEmpty()) {
            upsert(connection, present);
        }
        List<Name> gone = objects.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!gone.isEmpty()) {
            Rows.update(connection, DELETE, delete -> {
                Rows.column(delete, 1, "text", gone, name -> name.environment().name());
                Rows.column(delete, 2, "text", gone, Name::key);
            });
        }
        if (!newest.isEmpty()) {
            mark(connection, newest.values(), now);
        }
    }

    private static void upsert(Connection connection, List<Row> rows) throws SQLException {
        Rows.update(connection, UPSERT, upsert -> {
            Rows.column(upsert, 1, "text", rows, row -> row.name().environment().name());
            Rows.column(upsert, 2, "int4", rows, Row::partition);
            Rows.column(
                    upsert, 3, "text", rows, row -> row.object().key().kind().name());
            Rows.column(upsert, 4, "text", rows, row -> row.name().key());
            Rows.column(upsert, 5, "text", rows, row -> json(row.object().root()));
            Rows.column(upsert, 6, "text", rows, Row::json);
        });
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
