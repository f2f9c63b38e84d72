package io.evenkeel.alerter.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Hangs new rows on the chain. The lock on the chain's row lets one transaction at a time do so. */
final class ChainWriter {
    private static final String HEAD = "select head_number, head_hash from chain for update";
    private static final String MOVE = "update chain set head_number = ?, head_hash = ?";
    private static final String CONTENTS = "select o.%s, %s from %s o where o.%s order by 1";

    private final Connection connection;
    private final Instant now;

    private record Head(long number, byte[] hash) {}

    private record Content(long ref, byte[] hash) {}

    private record Row(long number, long ref, byte[] content, byte[] hash) {}

    ChainWriter(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    void appendEvents(Collection<String> ids) throws SQLException {
        if (!ids.isEmpty()) {
            append(Subject.EVENT, "id = any(?::text[])", query -> Rows.column(query, 1, "text", ids, id -> id));
        }
    }

    void append(Subject subject, Collection<Long> refs) throws SQLException {
        if (!refs.isEmpty()) {
            append(
                    subject,
                    subject.ref() + " = any(?::bigint[])",
                    query -> Rows.column(query, 1, "int8", refs, ref -> ref));
        }
    }

    private void append(Subject subject, String which, Rows.Binder binder) throws SQLException {
        Head head = Rows.query(connection, HEAD, none -> {}, row -> new Head(row.getLong(1), row.getBytes(2)))
                .getFirst();
        List<Row> rows = new ArrayList<>();
        for (Content content : contents(subject, which, binder)) {
            long number = head.number() + 1;
            byte[] hash = Link.hash(head.hash(), number, subject.word(), content.ref(), content.hash(), now);
            rows.add(new Row(number, content.ref(), content.hash(), hash));
            head = new Head(number, hash);
        }
        new BinaryCopy("chain_link", "number, subject, ref, content, hash, made_at")
                .send(
                        connection,
                        rows,
                        (copy, row) -> copy.int8(row.number())
                                .text(subject.word())
                                .int8(row.ref())
                                .bytes(row.content())
                                .bytes(row.hash())
                                .timestamptz(now));
        move(head);
    }

    private List<Content> contents(Subject subject, String which, Rows.Binder binder) throws SQLException {
        return Rows.query(
                connection,
                CONTENTS.formatted(subject.ref(), subject.contentHash(), subject.table(), which),
                binder,
                row -> new Content(row.getLong(1), row.getBytes(2)));
    }

    private void move(Head head) throws SQLException {
        Rows.update(connection, MOVE, move -> {
            move.setLong(1, head.number());
            move.setBytes(2, head.hash());
        });
    }
}
