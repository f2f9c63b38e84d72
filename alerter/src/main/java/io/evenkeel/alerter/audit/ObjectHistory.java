package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What became of single objects. Thread-safe. */
public final class ObjectHistory {
    /** A version of which no snapshot was read yet is none yet. */
    private static final String VERSIONS = """
            select v.*, f.taken_at as from_taken_at, f.seen_until as from_seen_until, fw.witnessed as from_witnessed,
                   t.taken_at as to_taken_at, t.seen_until as to_seen_until, tw.witnessed as to_witnessed
            from (select environment, partition, key_hash, valid_from, null::bigint as valid_to, %1$s
                  from catalog_object where environment = ? and key_hash = ?
                  union all
                  select environment, partition, key_hash, valid_from, valid_to, %1$s
                  from object_history where environment = ? and key_hash = ?) v
            join slice_state s
              on s.environment = v.environment and s.partition = v.partition and v.valid_from <= s.ordinal
            left join snapshot_slice f
              on f.environment = v.environment and f.partition = v.partition and f.ordinal = v.valid_from
            left join snapshot_slice t
              on t.environment = v.environment and t.partition = v.partition and t.ordinal = v.valid_to
            left join object_witness fw
              on fw.environment = v.environment and fw.partition = v.partition and fw.ordinal = v.valid_from
                 and fw.key_hash = v.key_hash
            left join object_witness tw
              on tw.environment = v.environment and tw.partition = v.partition and tw.ordinal = v.valid_to
                 and tw.key_hash = v.key_hash
            order by f.taken_at desc nulls last, v.valid_from desc
            limit ?
            """.formatted(StoredObject.COLUMNS);

    private final AuditDatabase database;

    public ObjectHistory(AuditDatabase database) {
        this.database = database;
    }

    /**
     * The versions of the object, newest first.
     *
     * @param limit how many; of more, the newest
     */
    public List<ObjectVersion> of(Environment environment, ObjectKey key, int limit) {
        byte[] hash = Sha256.of(Json.bytes(key));
        return database.transaction(connection -> Rows.query(
                connection,
                VERSIONS,
                query -> {
                    for (int from : new int[] {1, 3}) {
                        query.setString(from, environment.name());
                        query.setBytes(from + 1, hash);
                    }
                    query.setInt(5, limit);
                },
                row -> version(row, environment)));
    }

    private static ObjectVersion version(ResultSet row, Environment environment) throws SQLException {
        try {
            return new ObjectVersion(
                    at(row, "from_taken_at"),
                    at(row, "to_taken_at"),
                    StoredObject.of(row).object(),
                    change(row, environment, "from_"),
                    change(row, environment, "to_"));
        } catch (MalformedRecordException malformed) {
            throw new SQLException("a version holds a record that this version of Evenkeel cannot read", malformed);
        }
    }

    private static Optional<Attribution> change(ResultSet row, Environment environment, String prefix)
            throws SQLException {
        return at(row, prefix + "seen_until").isEmpty()
                ? Optional.empty()
                : Optional.of(ObjectChanges.attribution(row, environment, prefix));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
