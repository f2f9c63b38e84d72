package io.evenkeel.alerter.audit;

import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the markers of a batch that make snapshots, and writes and chains these. */
final class SnapshotWriter {
    private static final Duration BEAT = Duration.ofHours(1);
    private static final String KINDS = """
            insert into kind_set (hash, kinds)
            select distinct sha256(n.kinds), convert_from(n.kinds, 'UTF8') from unnest(?::bytea[]) as n (kinds)
            on conflict (hash) do nothing
            """;
    private static final String INSERT = """
            insert into snapshot_slice (environment, partition, partitions, ordinal, epoch, sequence, taken_at,
                                        published_at, received_at, seen_until, failure_reason, objects, fingerprint,
                                        held, changes, kinds, marker)
            select n.environment, n.partition, n.partitions, n.ordinal, n.epoch, n.sequence, n.taken_at,
                   n.published_at, ?, n.seen_until, n.failure_reason, n.objects, n.fingerprint, n.held, n.changes,
                   n.kinds, n.marker::jsonb
            from unnest(?::text[], ?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[],
                        ?::timestamptz[], ?::timestamptz[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bytea[],
                        ?::bytea[], ?::text[])
                 as n (environment, partition, partitions, ordinal, epoch, sequence, taken_at, published_at,
                       seen_until, failure_reason, objects, fingerprint, held, changes, kinds, marker)
            returning id
            """;

    private final List<SnapshotRow> rows = new ArrayList<>();

    void add(Connection connection, SliceState slice, ObjectWriter objects, SnapshotMarker marker) throws SQLException {
        Optional<SliceState.Seen> seen = slice.seen();
        if (seen.stream().anyMatch(before -> before.isAtOrAfter(marker))) {
            return;
        }
        String status = SnapshotRow.status(marker);
        if (!slice.changing() && seen.stream().anyMatch(before -> isNothingNew(before, status, marker))) {
            slice.confirm(marker);
            return;
        }
        Changes changes = objects.changes(connection, slice);
        rows.add(new SnapshotRow(
                slice.name, slice.next(), marker, seen.map(SliceState.Seen::at), slice.fingerprint(), changes));
        slice.record(marker, status);
    }

    private static boolean isNothingNew(SliceState.Seen before, String status, SnapshotMarker marker) {
        return before.status().equals(status)
                && marker.publishedAt().isBefore(before.recordedAt().plus(BEAT));
    }

    void write(Connection connection, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Rows.update(connection, KINDS, kinds -> Rows.bytes(kinds, 1, rows, SnapshotRow::kinds));
        List<Long> ids = Rows.query(connection, INSERT, insert -> bind(insert, now), row -> row.getLong(1));
        new ChainWriter(connection, now).append(Subject.SNAPSHOT, ids);
    }

    private void bind(PreparedStatement insert, Instant now) throws SQLException {
        insert.setObject(1, Rows.at(now));
        Rows.column(insert, 2, "text", rows, row -> row.slice().environment().name());
        Rows.column(insert, 3, "int4", rows, row -> row.slice().partition());
        Rows.column(insert, 4, "int4", rows, row -> row.marker().slice().partitions());
        Rows.column(insert, 5, "int8", rows, SnapshotRow::ordinal);
        Rows.column(insert, 6, "int8", rows, row -> row.marker().epoch());
        Rows.column(insert, 7, "int8", rows, row -> row.marker().sequence());
        Rows.column(insert, 8, "timestamptz", rows, row -> Rows.at(SnapshotRow.takenAt(row.marker())));
        Rows.column(insert, 9, "timestamptz", rows, row -> Rows.at(row.marker().publishedAt()));
        Rows.column(
                insert,
                10,
                "timestamptz",
                rows,
                row -> row.seenUntil().map(Rows::at).orElse(null));
        Rows.column(insert, 11, "text", rows, row -> reason(row.marker()).orElse(null));
        Rows.column(insert, 12, "int8", rows, row -> row.marker().slice().objects());
        Rows.column(insert, 13, "text", rows, row -> row.marker().slice().fingerprint());
        Rows.column(insert, 14, "text", rows, SnapshotRow::held);
        Rows.bytes(insert, 15, rows, row -> row.changes().bytes());
        Rows.bytes(insert, 16, rows, row -> Sha256.of(row.kinds()));
        Rows.column(insert, 17, "text", rows, row -> new String(row.markerWithoutKinds(), StandardCharsets.UTF_8));
    }

    private static Optional<String> reason(SnapshotMarker marker) {
        return marker.failure().map(Failure::reason).map(reason -> reason.word());
    }
}
