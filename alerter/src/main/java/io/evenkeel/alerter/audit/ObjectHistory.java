package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
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
            select v.*, f.taken_at as from_at, t.taken_at as to_at
            from (select environment, partition, valid_from, null::bigint as valid_to, %1$s from catalog_object
                  where environment = ? and key_hash = ?
                  union all
                  select environment, partition, valid_from, valid_to, %1$s from object_history
                  where environment = ? and key_hash = ?) v
            join slice_state s
              on s.environment = v.environment and s.partition = v.partition and v.valid_from <= s.ordinal
            left join snapshot_slice f
              on f.environment = v.environment and f.partition = v.partition and f.ordinal = v.valid_from
            left join snapshot_slice t
              on t.environment = v.environment and t.partition = v.partition and t.ordinal = v.valid_to
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
                ObjectHistory::version));
    }

    private static ObjectVersion version(ResultSet row) throws SQLException {
        try {
            return new ObjectVersion(
                    at(row, "from_at"), at(row, "to_at"), StoredObject.of(row).object());
        } catch (MalformedRecordException malformed) {
            throw new SQLException("a version holds a record that this version of Evenkeel cannot read", malformed);
        }
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
