package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What environments looked like in the past. The state at an instant is the newest snapshot (by epoch and sequence) that
 * was taken at that instant or before, of which every slice has been stored.
 */
public final class History {
    private static final String BEGINNINGS = """
            select environment, max(taken_at) as taken_at
            from (select environment, s.partition, min(s.taken_at) as taken_at
                  from snapshot_slice s
                  left join history_base b using (environment, partition)
                  where s.ordinal >= coalesce(b.ordinal, 0)
                  group by environment, s.partition) first
            group by environment
            """;
    private static final String NEWEST = """
            select n.epoch, n.sequence, n.partitions
            from snapshot_slice n
            where n.environment = ? and n.taken_at <= ?
              and n.partitions <= (select count(*) from slice_state s
                                   where s.environment = n.environment and s.partition < n.partitions
                                     and (s.epoch, s.sequence) >= (n.epoch, n.sequence))
              and n.partitions <= (select count(distinct f.partition) from snapshot_slice f
                                   left join history_base b using (environment, partition)
                                   where f.environment = n.environment and f.partition < n.partitions
                                     and f.ordinal >= coalesce(b.ordinal, 0)
                                     and (f.epoch, f.sequence) <= (n.epoch, n.sequence))
            order by n.epoch desc, n.sequence desc
            limit 1
            """;
    private static final String SLICES = """
            select distinct on (s.partition) s.partition as part, s.ordinal, s.taken_at, s.fingerprint = s.held as complete,
                   s.marker, k.kinds
            from snapshot_slice s
            join kind_set k on k.hash = s.kinds
            where s.environment = ? and (s.epoch, s.sequence) <= (?, ?) and s.partition < ?
            order by s.partition, s.ordinal desc
            """;
    private static final String SEEN_UNTIL = """
            select coalesce(
                (select seen_until from snapshot_slice where environment = ? and (epoch, sequence) > (?, ?)
                 order by epoch, sequence limit 1),
                (select min(seen_at) from slice_state where environment = ?)) as seen_until
            """;
    private static final String OBJECTS = """
            select %1$s from catalog_object
            where environment = ? and partition = ? and valid_from <= ? and kind = coalesce(?, kind)
            union all
            select %1$s from object_history
            where environment = ? and partition = ? and valid_from <= ? and valid_to > ? and kind = coalesce(?, kind)
            """.formatted(StoredObject.COLUMNS);

    private static final String EVENTS = """
            select position, record, received_at
            from event
            where (?::text is null or ? in (baseline, target))
              and (?::text is null or (baseline, target) = (?, ?))
              and time >= coalesce(?::timestamptz, '-infinity') and time < coalesce(?::timestamptz, 'infinity')
              and kind = coalesce(?, kind)
            order by position desc
            limit ?
            """;

    private final AuditDatabase database;

    /**
     * Which events are wanted; what is absent is no condition.
     *
     * @param since the first instant (UTC)
     * @param until the first instant after (UTC)
     * @param limit how many; of more, the newest
     */
    public record Wanted(
            Optional<Environment> environment,
            Optional<Comparison> comparison,
            Optional<Instant> since,
            Optional<Instant> until,
            Optional<ObjectKind> kind,
            int limit) {}

    private record Number(long epoch, long sequence, int partitions) {}

    private record SliceRow(int partition, long ordinal, Instant takenAt, boolean complete, SnapshotMarker marker) {}

    private record Beginning(Environment environment, Instant at) {}

    public History(AuditDatabase database) {
        this.database = database;
    }

    /** Since when there is a history, by environment. */
    public Map<Environment, Instant> beginnings() {
        return database
                .transaction(connection -> Rows.query(
                        connection,
                        BEGINNINGS,
                        none -> {},
                        row -> new Beginning(
                                new Environment(row.getString("environment")), Rows.instant(row, "taken_at"))))
                .stream()
                .collect(Collectors.toMap(Beginning::environment, Beginning::at));
    }

    /** The environment at that instant; empty before its first snapshot. */
    public Optional<PastSnapshot> at(Environment environment, Instant instant) {
        return database.frozen(connection -> {
            Optional<Number> number = Rows.query(
                            connection,
                            NEWEST,
                            query -> {
                                query.setString(1, environment.name());
                                query.setObject(2, Rows.at(instant));
                            },
                            row -> new Number(row.getLong(1), row.getLong(2), row.getInt(3)))
                    .stream()
                    .findFirst();
            return number.isEmpty() ? Optional.empty() : Optional.of(snapshot(connection, environment, number.get()));
        });
    }

    private static PastSnapshot snapshot(Connection connection, Environment environment, Number number)
            throws SQLException {
        List<SliceRow> slices = Rows.query(
                connection,
                SLICES,
                query -> {
                    query.setString(1, environment.name());
                    query.setLong(2, number.epoch());
                    query.setLong(3, number.sequence());
                    query.setInt(4, number.partitions());
                },
                History::slice);
        SliceRow newest = slices.stream()
                .max(Comparator.<SliceRow>comparingLong(row -> row.marker().epoch())
                        .thenComparingLong(row -> row.marker().sequence()))
                .orElseThrow();
        Instant seenUntil = Rows.query(
                        connection,
                        SEEN_UNTIL,
                        query -> {
                            query.setString(1, environment.name());
                            query.setLong(2, number.epoch());
                            query.setLong(3, number.sequence());
                            query.setString(4, environment.name());
                        },
                        row -> Rows.instant(row, "seen_until"))
                .getFirst();
        return new PastSnapshot(
                newest.marker(),
                newest.takenAt(),
                seenUntil,
                slices.size() == number.partitions() && slices.stream().allMatch(SliceRow::complete),
                slices.stream().collect(Collectors.toMap(SliceRow::partition, SliceRow::ordinal)));
    }

    private static SliceRow slice(ResultSet row) throws SQLException {
        SnapshotMarker marker = Rows.json(row, "marker", SnapshotMarker.class);
        KindDescriptor[] kinds = Rows.json(row, "kinds", KindDescriptor[].class);
        return new SliceRow(
                row.getInt("part"),
                row.getLong("ordinal"),
                Rows.instant(row, "taken_at"),
                row.getBoolean("complete"),
                SnapshotRow.withKinds(marker, List.of(kinds)));
    }

    /** The objects that the snapshot shows, of one kind or of all, by key. */
    public List<CatalogObject> objects(PastSnapshot snapshot, Optional<ObjectKind> kind) {
        List<CatalogObject> objects = new ArrayList<>();
        database.transaction(connection -> {
            for (Map.Entry<Integer, Long> slice : snapshot.ordinals().entrySet()) {
                Rows.visit(
                        connection,
                        OBJECTS,
                        query -> bind(query, snapshot.marker().environment(), slice, kind),
                        row -> objects.add(object(row)));
            }
            return objects.size();
        });
        objects.sort(Comparator.comparing(CatalogObject::key));
        return objects;
    }

    private static void bind(
            PreparedStatement query, Environment environment, Map.Entry<Integer, Long> slice, Optional<ObjectKind> kind)
            throws SQLException {
        for (int from : new int[] {1, 5}) {
            query.setString(from, environment.name());
            query.setInt(from + 1, slice.getKey());
            query.setLong(from + 2, slice.getValue());
        }
        query.setString(4, kind.map(ObjectKind::name).orElse(null));
        query.setLong(8, slice.getValue());
        query.setString(9, kind.map(ObjectKind::name).orElse(null));
    }

    /** What happened, newest first. */
    public List<RecordedEvent> events(Wanted wanted) {
        return database.transaction(
                connection -> Rows.query(connection, EVENTS, query -> bind(query, wanted), History::event));
    }

    private static void bind(PreparedStatement query, Wanted wanted) throws SQLException {
        String environment = wanted.environment().map(Environment::name).orElse(null);
        query.setString(1, environment);
        query.setString(2, environment);
        String baseline =
                wanted.comparison().map(each -> each.baseline().name()).orElse(null);
        query.setString(3, baseline);
        query.setString(4, baseline);
        query.setString(5, wanted.comparison().map(each -> each.target().name()).orElse(null));
        query.setObject(6, wanted.since().map(Rows::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
        query.setObject(7, wanted.until().map(Rows::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
        query.setString(8, wanted.kind().map(ObjectKind::name).orElse(null));
        query.setInt(9, wanted.limit());
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong("position"), Rows.json(row, "record", DriftEvent.class), Rows.instant(row, "received_at"));
    }

    private static CatalogObject object(ResultSet row) throws SQLException {
        try {
            return StoredObject.of(row).object();
        } catch (MalformedRecordException malformed) {
            throw new SQLException("a version holds a record that this version cannot read", malformed);
        }
    }
}
