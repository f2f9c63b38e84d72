package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Attribution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which changes made the objects of an environment what they were: who a witness saw make them, or else when. */
public final class ObjectChanges {
    /** What came with the first snapshot of its slice changed nobody knows when. */
    private static final String CHANGES = """
            select distinct on (c.key_hash) c.key, s.seen_until, s.taken_at, w.witnessed
            from (select key_hash, key, kind, valid_from as ordinal from catalog_object
                  where environment = ? and partition = ? and valid_from > ? and valid_from <= ?
                  union all
                  select key_hash, key, kind, valid_from from object_history
                  where environment = ? and partition = ? and valid_from > ? and valid_from <= ?
                  union all
                  select key_hash, key, kind, valid_to from object_history
                  where environment = ? and partition = ? and valid_to > ? and valid_to <= ?) c
            join snapshot_slice s on s.environment = ? and s.partition = ? and s.ordinal = c.ordinal
            left join object_witness w
              on w.environment = s.environment and w.partition = s.partition and w.ordinal = c.ordinal
                 and w.key_hash = c.key_hash
            where s.seen_until is not null and c.kind = coalesce(?, c.kind)
            order by c.key_hash, c.ordinal desc
            """;

    private final AuditDatabase database;

    private record Changed(ObjectKey key, Attribution by) {}

    public ObjectChanges(AuditDatabase database) {
        this.database = database;
    }

    /**
     * The newest change of each object up to a snapshot.
     *
     * @param since only what changed after this one
     */
    public Map<ObjectKey, Attribution> until(
            PastSnapshot until, Optional<PastSnapshot> since, Optional<ObjectKind> kind) {
        Environment environment = until.marker().environment();
        Map<ObjectKey, Attribution> changes = new TreeMap<>();
        database.transaction(connection -> {
            for (Map.Entry<Integer, Long> slice : until.ordinals().entrySet()) {
                long after = since.map(PastSnapshot::ordinals)
                        .map(ordinals -> ordinals.getOrDefault(slice.getKey(), 0L))
                        .orElse(0L);
                Rows.Binder binder = query -> {
                    for (int from : new int[] {1, 5, 9}) {
                        query.setString(from, environment.name());
                        query.setInt(from + 1, slice.getKey());
                        query.setLong(from + 2, after);
                        query.setLong(from + 3, slice.getValue());
                    }
                    query.setString(13, environment.name());
                    query.setInt(14, slice.getKey());
                    query.setString(15, kind.map(ObjectKind::name).orElse(null));
                };
                // an object that changed its root ended in one slice and began in another
                Rows.query(connection, CHANGES, binder, row -> changed(row, environment))
                        .forEach(each -> changes.merge(each.key(), each.by(), ObjectChanges::newer));
            }
            return changes.size();
        });
        return changes;
    }

    private static Attribution newer(Attribution one, Attribution other) {
        return other.until().isBefore(one.until()) ? one : other;
    }

    private static Changed changed(ResultSet row, Environment environment) throws SQLException {
        return new Changed(Rows.json(row, "key", ObjectKey.class), attribution(row, environment, ""));
    }

    /** Reads the columns seen_until, taken_at and witnessed. */
    static Attribution attribution(ResultSet row, Environment environment, String prefix) throws SQLException {
        String witnessed = prefix + "witnessed";
        return new Attribution(
                environment,
                Rows.instant(row, prefix + "seen_until"),
                Rows.instant(row, prefix + "taken_at"),
                row.getString(witnessed) == null
                        ? Optional.empty()
                        : Optional.of(Rows.json(row, witnessed, Witnessed.class)));
    }
}
