package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;

/** Rebuilds the snapshots of one slice: the versions that begin and end with each, against what the chain knows of it. */
final class SliceWalk {
    private static final String KEY = """
            select min(key) from (
                select key from catalog_object where environment = ? and substring(key_hash for 8) = ?
                union all
                select key from object_history where environment = ? and substring(key_hash for 8) = ?
            ) k
            """;

    private static final String OVERLAPS = """
            select key, valid_from, valid_to
            from (select key, valid_from, valid_to, lead(valid_from) over (partition by key_hash order by valid_from) as next
                  from (select key, key_hash, valid_from, valid_to from object_history
                        where environment = ? and partition = ?
                        union all
                        select key, key_hash, valid_from, null from catalog_object
                        where environment = ? and partition = ?) v) v
            where valid_to > next
            """;

    private final Connection connection;
    private final Verification verification;
    private final SliceName slice;
    private final boolean changing;
    private final Map<Long, String> rows = new HashMap<>();
    private Changes found = Changes.none();
    private Fingerprint fingerprint = Fingerprint.EMPTY;
    private long expected;

    SliceWalk(Connection connection, Verification verification, SliceName slice, long base, boolean changing) {
        this.connection = connection;
        this.verification = verification;
        this.slice = slice;
        this.expected = base;
        this.changing = changing;
    }

    void run(ResultSet snapshots, ResultSet versions) throws SQLException {
        boolean more = versions.next();
        while (snapshots.next()) {
            long ordinal = snapshots.getLong("ordinal");
            if (ordinal != expected) {
                fault("snapshot_slice", "ordinal " + expected, "gone; the next one is " + ordinal);
            }
            while (more && versions.getLong("ordinal") <= ordinal) {
                add(versions);
                more = versions.next();
            }
            check(snapshots, ordinal);
            expected = ordinal + 1;
        }
        while (more) {
            pending(versions);
            more = versions.next();
        }
    }

    /** What came after the last snapshot belongs to the next one. */
    private void pending(ResultSet row) throws SQLException {
        isAsHashed(row);
        if (!changing || row.getLong("ordinal") != expected) {
            fault(row.getString("place"), name(row), "inserted or altered: no snapshot tells of it");
        }
    }

    private void add(ResultSet row) throws SQLException {
        ContentHash hash = ContentHash.ofBytes(row.getBytes("content_hash"));
        byte[] key = row.getBytes("key_hash");
        rows.put(Sha256.prefix(key), row.getString("place") + "\t" + name(row));
        if (row.getBoolean("begins")) {
            isAsHashed(row);
            fingerprint = fingerprint.plus(hash);
            found.begins(key, StoredObject.of(row).mark());
        } else {
            fingerprint = fingerprint.minus(hash);
            found.ends(key);
        }
    }

    private void isAsHashed(ResultSet row) throws SQLException {
        if (!row.getBoolean("begins")) {
            return;
        }
        verification.version();
        StoredObject stored = StoredObject.of(row);
        boolean same;
        try {
            same = stored.equals(StoredObject.of(stored.object(), stored.key(), stored.record()))
                    && Arrays.equals(
                            row.getBytes("key_hash"), Sha256.of(stored.key().getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedRecordException | IllegalArgumentException unreadable) {
            same = false;
        }
        if (!same) {
            fault(row.getString("place"), name(row), "altered: it does not have the hash that it was stored with");
        }
    }

    private void check(ResultSet snapshot, long ordinal) throws SQLException {
        Changes expectedChanges = Changes.of(snapshot.getBytes("changes"));
        long before = verification.found();
        TreeSet<Long> keys = new TreeSet<>(expectedChanges.marks().keySet());
        keys.addAll(found.marks().keySet());
        for (long key : keys) {
            Long wanted = expectedChanges.marks().get(key);
            Long there = found.marks().get(key);
            if (wanted == null || !wanted.equals(there)) {
                differs(key, ordinal, wanted == null, there == null);
            }
        }
        String held = snapshot.getString("held");
        if (!fingerprint.hex().equals(held)) {
            if (verification.found() == before) {
                overlaps(ordinal);
            }
            // told once: what follows is held against what this one should have been
            fingerprint = fingerprint(held);
        }
        if (!held.equals(snapshot.getString("fingerprint"))) {
            verification.incomplete();
        }
        found = Changes.none();
        rows.clear();
    }

    private void differs(long key, long ordinal, boolean unexpected, boolean missing) throws SQLException {
        if (missing) {
            fault(
                    "catalog_object or object_history",
                    missingName(key),
                    "gone: the version that began or ended with ordinal " + ordinal);
            return;
        }
        String[] row = String.valueOf(rows.get(key)).split("\t", 2);
        fault(
                row[0],
                row[1],
                unexpected
                        ? "inserted, or begins or ends where it did not: ordinal " + ordinal + " does not tell of it"
                        : "altered: ordinal " + ordinal + " tells of another content");
    }

    private static Fingerprint fingerprint(String hex) {
        try {
            return Fingerprint.ofHex(hex);
        } catch (IllegalArgumentException altered) {
            return Fingerprint.EMPTY;
        }
    }

    /** The versions that are there begin and end as they should, but one does not end where the next begins. */
    private void overlaps(long ordinal) throws SQLException {
        fault("snapshot_slice", "ordinal " + ordinal, "its object versions do not add up to its fingerprint");
        Rows.visit(
                connection,
                OVERLAPS,
                query -> {
                    query.setString(1, slice.environment().name());
                    query.setInt(2, slice.partition());
                    query.setString(3, slice.environment().name());
                    query.setInt(4, slice.partition());
                },
                row -> fault("object_history", name(row), "altered: the next version begins before it ends"));
    }

    private String missingName(long prefix) throws SQLException {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(prefix).array();
        String key = Rows.query(
                        connection,
                        KEY,
                        query -> {
                            query.setString(1, slice.environment().name());
                            query.setBytes(2, bytes);
                            query.setString(3, slice.environment().name());
                            query.setBytes(4, bytes);
                        },
                        row -> String.valueOf(row.getString(1)))
                .getFirst();
        return "key_hash " + HexFormat.of().formatHex(bytes) + "..." + (key.equals("null") ? "" : " " + key);
    }

    private static String name(ResultSet row) throws SQLException {
        String to = row.getString("valid_to");
        return row.getString("key") + " from " + row.getLong("valid_from") + (to == null ? "" : " to " + to);
    }

    private void fault(String table, String row, String what) {
        verification.fault(table, slice.environment() + " " + slice.partition() + " " + row, what);
    }
}
