package io.evenkeel.alerter.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Walks the chain from its tail to its head, and looks for rows that no link knows. */
final class ChainCheck {
    private static final int PART = 5000;
    private static final String ENDS = "select tail_number, tail_hash, head_number, head_hash from chain";
    private static final String LINKS = "select number, subject, ref, content, hash, made_at from chain_link "
            + "where number > ? order by number limit " + PART;
    /** All at once and not through a cursor, so that the server may use more than one processor. */
    private static final String UNLIKE = """
            from chain_link l
            left join %1$s o on o.%2$s = l.ref
            where l.subject = '%3$s' and l.number > ? and (o.%2$s is null or %4$s <> l.content)
            """;

    private static final String COUNT = "select count(*) ";
    private static final String NAME = "select l.number, l.ref, o.%s is null as gone ";
    private static final String STRANGERS = "select o.%1$s from %2$s o where (%3$s) and not exists "
            + "(select from chain_link l where l.subject = '%4$s' and l.ref = o.%1$s) order by 1";
    private static final String SINCE_THE_CHAIN = "o.position < 1 or o.position > (select events_before from chain)";
    private static final String CUTS = "select cut_number, cut_hash from chain_checkpoint order by id";
    private static final String SUMS = """
            select concat_ws(' ', 'checkpoint', checkpoint, environment, partition)
            from checkpoint_slice
            where versions_hash <> sha256(versions)
               or (versions is null and checkpoint = (select max(id) from chain_checkpoint))
            """;
    private static final String KINDS =
            "select encode(hash, 'hex') from kind_set where hash <> sha256(convert_to(kinds, 'UTF8'))";

    private final Connection connection;
    private final Verification verification;
    private final Map<Long, String> known = new TreeMap<>();
    private long number;
    private byte[] hash = {};

    private record Ends(long tail, byte[] tailHash, long head, byte[] headHash) {}

    private record Row(long number, String subject, long ref, byte[] content, byte[] hash, Instant madeAt) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("number"),
                    row.getString("subject"),
                    row.getLong("ref"),
                    row.getBytes("content"),
                    row.getBytes("hash"),
                    Rows.instant(row, "made_at"));
        }
    }

    ChainCheck(Connection connection, Verification verification, List<Verification.Head> anchors) {
        this.connection = connection;
        this.verification = verification;
        anchors.forEach(anchor -> known.put(anchor.number(), anchor.hash()));
    }

    Verification.Head run() throws SQLException {
        Rows.query(connection, CUTS, none -> {}, row -> new Verification.Head(row.getLong(1), hex(row.getBytes(2))))
                .forEach(cut -> known.put(cut.number(), cut.hash()));
        Ends ends = Rows.query(
                        connection,
                        ENDS,
                        none -> {},
                        row -> new Ends(row.getLong(1), row.getBytes(2), row.getLong(3), row.getBytes(4)))
                .getFirst();
        number = ends.tail();
        hash = ends.tailHash();
        compareWithKnown();
        walk();
        if (number != ends.head() || !Arrays.equals(hash, ends.headHash())) {
            verification.fault(
                    "chain_link",
                    number < ends.head() ? "number " + (number + 1) + " to " + ends.head() : "number " + number,
                    number < ends.head() ? "gone from the end of the chain" : "not the end that the chain has");
        }
        known.forEach((gone, digits) -> {
            if (gone > number) {
                verification.fault("chain_link", "number " + gone, "gone: it was written down as " + digits);
            }
        });
        for (Subject subject : Subject.values()) {
            compare(subject, ends.tail());
        }
        strangers();
        sums();
        return new Verification.Head(number, hex(hash));
    }

    private void walk() throws SQLException {
        long before;
        do {
            before = number;
            long from = number;
            Rows.query(connection, LINKS, query -> query.setLong(1, from), Row::of)
                    .forEach(this::check);
        } while (number > before);
    }

    private void check(Row row) {
        if (row.number() != number + 1) {
            verification.fault(
                    "chain_link", "number " + (number + 1) + " to " + (row.number() - 1), "gone from the chain");
        } else if (!Arrays.equals(
                row.hash(), Link.hash(hash, row.number(), row.subject(), row.ref(), row.content(), row.madeAt()))) {
            verification.fault(
                    "chain_link",
                    "number " + row.number() + " (" + row.subject() + " " + row.ref() + ")",
                    "altered, or the one before it");
        }
        Arrays.stream(Subject.values())
                .filter(subject -> subject.word().equals(row.subject()))
                .findFirst()
                .ifPresent(verification::link);
        number = row.number();
        hash = row.hash();
        compareWithKnown();
    }

    /** Whether each row is the one that its link was made for. */
    private void compare(Subject subject, long tail) throws SQLException {
        String unlike = UNLIKE.formatted(subject.table(), subject.ref(), subject.word(), subject.contentHash());
        Rows.Binder from = query -> query.setLong(1, tail);
        if (Rows.whole(connection, COUNT + unlike, from) > 0) {
            Rows.visit(
                    connection,
                    NAME.formatted(subject.ref()) + unlike + " order by l.number",
                    from,
                    row -> verification.fault(
                            subject.table(),
                            subject.ref() + " " + row.getLong("ref"),
                            row.getBoolean("gone")
                                    ? "gone; number " + row.getLong("number") + " of the chain tells of it"
                                    : "altered since number " + row.getLong("number") + " of the chain was made"));
        }
    }

    private void compareWithKnown() {
        String expected = known.remove(number);
        if (expected != null && !expected.equals(hex(hash))) {
            verification.fault("chain_link", "number " + number, "not the one that was written down: " + expected);
        }
    }

    private void strangers() throws SQLException {
        for (Subject subject : Subject.values()) {
            String which = subject == Subject.EVENT ? SINCE_THE_CHAIN : "true";
            Rows.visit(
                    connection,
                    STRANGERS.formatted(subject.ref(), subject.table(), which, subject.word()),
                    none -> {},
                    row -> verification.fault(
                            subject.table(),
                            subject.ref() + " " + row.getLong(1),
                            "inserted: the chain does not know it"));
        }
        Rows.visit(
                connection,
                KINDS,
                none -> {},
                row -> verification.fault("kind_set", "hash " + row.getString(1), "altered"));
    }

    private void sums() throws SQLException {
        Rows.visit(
                connection,
                SUMS,
                none -> {},
                row -> verification.fault("checkpoint_slice", row.getString(1), "altered"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
