package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rebuilds every snapshot from the object versions, slice by slice and in order, and names the rows that do not fit. */
final class VersionCheck {
    private static final String SLICES = """
            select environment, partition from snapshot_slice
            union select environment, partition from catalog_object
            union select environment, partition from object_history
            order by 1, 2
            """;
    private static final String SNAPSHOTS = """
            select s.ordinal, s.fingerprint, s.held, coalesce(c.versions, s.changes) as changes
            from snapshot_slice s
            left join history_base c using (environment, partition, ordinal)
            where s.environment = ? and s.partition = ? and s.ordinal >= ?
            order by s.ordinal
            """;
    private static final String BASE =
            "select coalesce(max(ordinal), 1) from history_base where environment = ? and partition = ?";
    private static final String CHANGING = "select changing from slice_state where environment = ? and partition = ?";
    private static final int PARTS = 3;
    private static final int FEW = 20;
    private static final int MANY = 1000;
    private static final String VERSIONS = """
            select greatest(valid_from, n.base) as ordinal, true as begins, 'catalog_object' as place, valid_from,
                   null::bigint as valid_to, key_hash, %1$s
            from (select ?::bigint as base) n, catalog_object
            where environment = ? and partition = ?
            union all
            select greatest(valid_from, n.base), true, 'object_history', valid_from, valid_to, key_hash, %1$s
            from (select ?::bigint as base) n, object_history
            where environment = ? and partition = ? and valid_to > n.base
            union all
            select valid_to, false, 'object_history', valid_from, valid_to, key_hash, kind, key, root, '', content_hash,
                   platform, since_major, until_major
            from (select ?::bigint as base) n, object_history
            where environment = ? and partition = ? and valid_to > n.base
            order by ordinal, begins
            """.formatted(StoredObject.COLUMNS);

    private final Connection connection;
    private final Verification verification;

    VersionCheck(Connection connection, Verification verification) {
        this.connection = connection;
        this.verification = verification;
    }

    void run() throws SQLException {
        List<SliceName> slices = Rows.query(
                connection, SLICES, none -> {}, row -> new SliceName(new Environment(row.getString(1)), row.getInt(2)));
        for (SliceName slice : slices) {
            walk(slice);
        }
    }

    private void walk(SliceName slice) throws SQLException {
        long base = Rows.query(connection, BASE, query -> bind(query, 1, slice), row -> row.getLong(1))
                .getFirst();
        boolean changing = Rows.query(connection, CHANGING, query -> bind(query, 1, slice), row -> row.getBoolean(1))
                .contains(true);
        try (PreparedStatement snapshots = connection.prepareStatement(SNAPSHOTS);
                PreparedStatement versions = connection.prepareStatement(VERSIONS)) {
            bind(snapshots, 1, slice);
            snapshots.setLong(3, base);
            for (int part = 0; part < PARTS; part++) {
                versions.setLong(PARTS * part + 1, base);
                bind(versions, PARTS * part + 2, slice);
            }
            snapshots.setFetchSize(FEW);
            versions.setFetchSize(MANY);
            try (ResultSet marks = snapshots.executeQuery();
                    ResultSet rows = versions.executeQuery()) {
                new SliceWalk(connection, verification, slice, base, changing).run(marks, rows);
            }
        }
    }

    private static void bind(PreparedStatement query, int from, SliceName slice) throws SQLException {
        query.setString(from, slice.environment().name());
        query.setInt(from + 1, slice.partition());
    }
}
