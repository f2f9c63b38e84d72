package io.evenkeel.alerter.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Walks the chain from its tail to its head, and looks for rows that no link knows. */
final class ChainCheck {
    private static final int PART = 5000;
    private static final String ENDS = "select tail_number, tail_hash, head_number, head_hash from chain";
    private static final String LINKS = "select l.number, l.subject, l.ref, l.content, l.hash, l.made_at, "
            + Arrays.stream(Subject.values()).map(ChainCheck::found).collect(Collectors.joining(", ", "coalesce(", ")"))
            + " as found from (select * from chain_link where number > ? order by number limit " + PART
            + ") l order by l.number";
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

    private record Row(
            long number,
            String subject,
            long ref,
            byte[] content,
            byte[] hash,
            Instant madeAt,
            Optional<byte[]> found) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("number"),
                    row.getString("subject"),
                    row.getLong("ref"),
                    row.getBytes("content"),
                    row.getBytes("hash"),
                    Rows.instant(row, "made_at"),
                    Optional.ofNullable(row.getBytes("found")));
        }
    }

    ChainCheck(Connection connection, Verification verification, List<Verification.Head> anchors) {
        this.connection = connection;
        this.verification = verification;
        anchors.forEach(anchor -> known.put(anchor.number(), anchor.hash()));
    }

    private static String found(Subject subject) {
        return "(select " + subject.contentHash() + " from " + subject.table() + " o where l.subject = '"
                + subject.word() + "' and o." + subject.ref() + " = l.ref)";
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
                .ifPresent(subject -> compare(row, subject));
        number = row.number();
        hash = row.hash();
        compareWithKnown();
    }

    private void compare(Row row, Subject subject) {
        verification.link(subject);
        String name = subject.ref() + " " + row.ref();
        if (row.found().isEmpty()) {
            verification.fault(subject.table(), name, "gone; number " + row.number() + " of the chain tells of it");
        } else if (!Arrays.equals(row.found().get(), row.content())) {
            verification.fault(
                    subject.table(), name, "altered since number " + row.number() + " of the chain was made");
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
