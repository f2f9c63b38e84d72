package io.evenkeel.alerter.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Removes what is older than the settings want. A checkpoint says first where the chain is cut and what the oldest
 * snapshots that stay hold; what is old and has to stay hangs on the chain anew behind it. Then small transactions remove
 * the rest, so that an end at any point leaves a trail that verifies.
 */
final class Pruner {
    private static final int PART = 2000;
    private static final String LOCK = "select tail_number from chain for update";
    /** All links of the past, from the tail on: they grow in time. */
    private static final String CUT = """
            select number, hash from chain_link
            where number < coalesce(
                (select number from chain_link where made_at >= ? order by number limit 1),
                (select head_number from chain))
            order by number desc limit 1
            """;

    private static final String CHECKPOINT =
            "insert into chain_checkpoint (cut_number, cut_hash, before, made_at) values (?, ?, ?, ?) returning id";
    private static final String FORGET = "update checkpoint_slice set versions = null where checkpoint < ?";
    private static final String NEWEST = "select cut_number from chain_checkpoint order by id desc limit 1";
    private static final String PARTS = """
            select number, subject, ref, hash from chain_link where number <= ? order by number limit %d
            """.formatted(PART);
    private static final String UNLINK = "delete from chain_link where number <= ?";
    private static final String TAIL = "update chain set tail_number = ?, tail_hash = ?";
    private static final String VERSIONS = """
            delete from object_history where ctid = any(array(
                select h.ctid from object_history h
                join history_base c using (environment, partition)
                where h.valid_to <= c.ordinal
                limit %d))
            """.formatted(PART);
    private static final String WITNESSES = """
            delete from object_witness where ctid = any(array(
                select w.ctid from object_witness w
                join history_base c using (environment, partition)
                where w.ordinal < c.ordinal
                limit %d))
            """.formatted(PART);
    /** Steps that no event stands for; those that later messages refer to stay. */
    private static final String DELIVERIES = """
            delete from delivery where ctid = any(array(
                select d.ctid from delivery d
                where d.created_at < ? and d.state in ('delivered', 'dead')
                  and not exists (select from event e where e.id = d.event_id)
                  and not exists (select from told t where t.receiver = d.receiver and t.telling = d.telling)
                limit %d))
            """.formatted(PART);
    /** Receivers that the settings name no more may have been told of what is long over. */
    private static final String TOLD = """
            delete from told t
            where t.told_at < ?
              and not exists (select from drift d where d.id = t.episode)
              and not exists (select from event e where e.episode = t.episode)
            """;

    private static final String KINDS =
            "delete from kind_set k where not exists (select from snapshot_slice s where s.kinds = k.hash)";

    private final AuditDatabase database;
    private final Clock clock;

    private record Cut(long number, byte[] hash) {}

    private record Row(long number, String subject, long ref, byte[] hash) {}

    Pruner(AuditDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Removes what is older than that. */
    void prune(Duration retention) {
        Instant before = clock.instant().minus(retention);
        removeToCheckpoint();
        if (database.transaction(connection -> checkpoint(connection, before))) {
            removeToCheckpoint();
        }
        removeTellings(before);
    }

    private void removeTellings(Instant before) {
        database.transaction(connection -> Rows.update(connection, TOLD, told -> told.setObject(1, Rows.at(before))));
        while (database.transaction(
                        connection -> Rows.update(connection, DELIVERIES, old -> old.setObject(1, Rows.at(before))))
                == PART) {
            // the next part
        }
    }

    boolean checkpoint(Connection connection, Instant before) throws SQLException {
        long tail =
                Rows.query(connection, LOCK, none -> {}, row -> row.getLong(1)).getFirst();
        Optional<Cut> cut = Rows.query(
                        connection,
                        CUT,
                        query -> query.setObject(1, Rows.at(before)),
                        row -> new Cut(row.getLong(1), row.getBytes(2)))
                .stream()
                .findFirst();
        if (cut.isEmpty() || cut.get().number() <= tail) {
            return false;
        }
        Instant now = clock.instant();
        ChainWriter chain = new ChainWriter(connection, now);
        Keeping keeping = new Keeping(connection, cut.get().number(), before);
        chain.append(Subject.EVENT, keeping.events());
        chain.append(Subject.SNAPSHOT, keeping.snapshots());
        chain.append(Subject.DECISION, keeping.decisions());
        long id = Rows.query(
                        connection,
                        CHECKPOINT,
                        insert -> {
                            insert.setLong(1, cut.get().number());
                            insert.setBytes(2, cut.get().hash());
                            insert.setObject(3, Rows.at(before));
                            insert.setObject(4, Rows.at(now));
                        },
                        row -> row.getLong(1))
                .getFirst();
        keeping.writeVersions(id);
        chain.append(Subject.CHECKPOINT, List.of(id));
        Rows.update(connection, FORGET, forget -> forget.setLong(1, id));
        return true;
    }

    /** Finishes what the newest checkpoint allows, also after an end in the middle. */
    private void removeToCheckpoint() {
        List<Long> newest =
                database.transaction(connection -> Rows.query(connection, NEWEST, none -> {}, row -> row.getLong(1)));
        if (newest.isEmpty()) {
            return;
        }
        boolean more = true;
        while (more) {
            more = database.transaction(connection -> removeLinks(connection, newest.getFirst()));
        }
        for (String old : List.of(VERSIONS, WITNESSES)) {
            while (database.transaction(connection -> Rows.update(connection, old, none -> {})) == PART) {
                // the next part
            }
        }
        database.transaction(connection -> Rows.update(connection, KINDS, none -> {}));
    }

    private static boolean removeLinks(Connection connection, long cut) throws SQLException {
        Rows.query(connection, LOCK, none -> {}, row -> row.getLong(1));
        List<Row> rows = Rows.query(
                connection,
                PARTS,
                query -> query.setLong(1, cut),
                row -> new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4)));
        if (rows.isEmpty()) {
            return false;
        }
        Row last = rows.getLast();
        for (Subject subject : Subject.values()) {
            List<Long> refs = rows.stream()
                    .filter(row -> row.subject().equals(subject.word()))
                    .map(Row::ref)
                    .toList();
            for (String removal : Keeping.removals(subject)) {
                Rows.update(connection, removal, remove -> {
                    Rows.column(remove, 1, "int8", refs, ref -> ref);
                    remove.setLong(2, cut);
                });
            }
        }
        Rows.update(connection, UNLINK, unlink -> unlink.setLong(1, last.number()));
        Rows.update(connection, TAIL, tail -> {
            tail.setLong(1, last.number());
            tail.setBytes(2, last.hash());
        });
        return true;
    }
}
