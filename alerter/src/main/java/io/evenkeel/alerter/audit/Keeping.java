package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What stays although it is old: events of open drifts and those still to be told, and the state at the cut. */
final class Keeping {
    private static final String EVENTS = """
            select e.position
            from chain_link l
            join event e on e.position = l.ref
            where l.subject = 'event' and l.number <= ?
              and (e.position > (select position from dispatch)
                   or exists (select from drift d where d.id = e.episode)
                   or exists (select from delivery d where d.event_id = e.id and d.state not in ('delivered', 'dead')))
            """;
    private static final String BASES = """
            select environment, partition, max(ordinal) as ordinal
            from snapshot_slice
            where taken_at < ?
            group by environment, partition
            """;
    private static final String SNAPSHOTS = """
            with base as (%s)
            select s.id
            from chain_link l
            join snapshot_slice s on s.id = l.ref
            left join base b on b.environment = s.environment and b.partition = s.partition
            where l.subject = 'snapshot' and l.number <= ? and s.ordinal >= coalesce(b.ordinal, 0)
            """.formatted(BASES);
    private static final String DECISIONS = "select ref from chain_link where subject = 'decision' and number <= ?";
    private static final String VERSIONS = """
            select key_hash, sha256(content_hash || convert_to(root, 'UTF8'))
            from catalog_object where environment = ? and partition = ? and valid_from <= ?
            union all
            select key_hash, sha256(content_hash || convert_to(root, 'UTF8'))
            from object_history where environment = ? and partition = ? and valid_from <= ? and valid_to > ?
            """;

    private final Connection connection;
    private final long cut;
    private final Instant before;

    private record Base(SliceName slice, long ordinal, byte[] versions) {}

    Keeping(Connection connection, long cut, Instant before) {
        this.connection = connection;
        this.cut = cut;
        this.before = before;
    }

    List<Long> events() throws SQLException {
        return Rows.query(connection, EVENTS, query -> query.setLong(1, cut), row -> row.getLong(1));
    }

    List<Long> snapshots() throws SQLException {
        return Rows.query(
                connection,
                SNAPSHOTS,
                query -> {
                    query.setObject(1, Rows.at(before));
                    query.setLong(2, cut);
                },
                row -> row.getLong(1));
    }

    /** Who decided what stays for good. */
    List<Long> decisions() throws SQLException {
        return Rows.query(connection, DECISIONS, query -> query.setLong(1, cut), row -> row.getLong(1));
    }

    /** The versions of the oldest snapshot of each slice that stays. */
    void writeVersions(long checkpoint) throws SQLException {
        List<Base> bases = new ArrayList<>();
        Rows.visit(connection, BASES, query -> query.setObject(1, Rows.at(before)), row -> {
            SliceName slice = new SliceName(new Environment(row.getString(1)), row.getInt(2));
            bases.add(new Base(slice, row.getLong(3), versions(slice, row.getLong(3))));
        });
        new BinaryCopy("checkpoint_slice", "checkpoint, environment, partition, ordinal, versions_hash, versions")
                .send(connection, bases, (copy, base) -> write(copy, checkpoint, base));
    }

    private static void write(BinaryCopy copy, long checkpoint, Base base) throws IOException {
        copy.int8(checkpoint)
                .text(base.slice().environment().name())
                .int4(base.slice().partition())
                .int8(base.ordinal())
                .bytes(Sha256.of(base.versions()))
                .bytes(base.versions());
    }

    private byte[] versions(SliceName slice, long ordinal) throws SQLException {
        Changes versions = Changes.none();
        Rows.visit(
                connection,
                VERSIONS,
                query -> {
                    for (int from : new int[] {1, 4}) {
                        query.setString(from, slice.environment().name());
                        query.setInt(from + 1, slice.partition());
                        query.setLong(from + 2, ordinal);
                    }
                    query.setLong(7, ordinal);
                },
                row -> versions.begins(row.getBytes(1), Sha256.prefix(row.getBytes(2))));
        return versions.bytes();
    }

    /** Removes rows, by what the chain calls them, that do not hang on it again behind the cut. */
    static List<String> removals(Subject subject) {
        String unless = " and not exists (select from chain_link c where c.subject = '" + subject.word()
                + "' and c.ref = o." + subject.ref() + " and c.number > ?)";
        String which = " o." + subject.ref() + " = any(?::bigint[])" + unless;
        String remove = "delete from " + subject.table() + " o where" + which;
        return switch (subject) {
            case EVENT -> List.of("delete from delivery d using event o where d.event_id = o.id and" + which, remove);
            case SNAPSHOT, CHECKPOINT -> List.of(remove);
            case DECISION -> List.of();
        };
    }
}
