package io.evenkeel.collector.read;

import io.evenkeel.collector.redact.Redactor;
import io.evenkeel.contract.catalog.Witnessed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code deploy/sql/ddl-witness.sql} writes down in a database, where it is there and may be read. It is only ever a
 * hint: whatever is wrong with it, the reading goes on without.
 */
final class Witness {
    /** Without waiting: whoever removes it may hold a lock for long. */
    private static final String HURRY = "SET LOCAL lock_timeout = '50ms';\n";

    private static final String PRESENT = """
            SELECT has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
              FROM pg_namespace n
              JOIN pg_class c ON c.relnamespace = n.oid
             WHERE n.nspname = 'evenkeel_witness' AND c.relname = 'ddl' AND c.relkind = 'r'
            """;

    /** Bounded in all that a database's owner might write there. */
    private static final String ROWS = """
            SELECT d.at, left(d.command, 100), left(d.object, 500), left(d.session_role, 100), left(d.role, 100),
                   left(d.application, 100), host(d.address), left(array_to_string(d.names[1:4], chr(1)), 500)
              FROM (SELECT * FROM evenkeel_witness.ddl ORDER BY xid DESC LIMIT 12000) d
             WHERE pg_visible_in_snapshot(d.xid, '%s') AND NOT (%s)
               AND d.at BETWEEN '2000-01-01' AND now() + interval '1 day'
             ORDER BY d.xid DESC, d.at DESC
             LIMIT 2000
            """;

    private static final String SEEN_BEFORE = "pg_visible_in_snapshot(d.xid, '%s')";

    /** A newer row is a change, whatever the counters of catalogs say yet. */
    private static final String NEWEST =
            "ARRAY[coalesce((SELECT d.xid::text::bigint FROM evenkeel_witness.ddl d ORDER BY d.xid DESC LIMIT 1), 0)]";

    private static final String DENIED =
            "expected SELECT on evenkeel_witness.ddl and USAGE on its schema, found one of them at"
                    + " most; run deploy/sql/ddl-witness.sql again, or grant them";

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final String place;
    private final Redactor redactor;
    private boolean readable;
    private Optional<String> trouble = Optional.empty();
    private Optional<String> readUpTo = Optional.empty();

    Witness(String place, Redactor redactor) {
        this.place = place;
        this.redactor = redactor;
    }

    /** The next rows are told as if none had been read before. */
    void forget() {
        readUpTo = Optional.empty();
    }

    /** The probe's answer, with what the witness says where there is one. */
    Pulse.Beat pulse(Session session) throws SQLException {
        if (readable) {
            try {
                return PulseQuery.run(session, HURRY, NEWEST);
            } catch (SQLException fault) {
                lost(fault);
            }
        }
        return PulseQuery.run(session);
    }

    /** The reading, with what was witnessed of what it shows and the one before it did not. */
    Reading.Complete testify(Session session, Reading.Complete reading) throws SQLException {
        List<Deed> deeds = List.of();
        try {
            Optional<Boolean> allowed = allowed(session);
            readable = allowed.orElse(false);
            deeds = readable ? deeds(session, reading.snapshot()) : List.of();
            tell(allowed.filter(may -> !may).map(denied -> DENIED));
        } catch (SQLException fault) {
            lost(fault);
        }
        if (reading.isSettled()) {
            readUpTo = Optional.of(reading.snapshot());
        }
        return reading.witnessed(deeds);
    }

    /** Whether it may be read; empty where there is none. */
    private static Optional<Boolean> allowed(Session session) throws SQLException {
        return session.query(
                PRESENT, rows -> rows.next() ? Optional.of(rows.getBoolean(1)) : Optional.<Boolean>empty());
    }

    private List<Deed> deeds(Session session, String snapshot) throws SQLException {
        String before = readUpTo.map(SEEN_BEFORE::formatted).orElse("false");
        return session.query(ROWS.formatted(snapshot, before), rows -> {
            List<Deed> deeds = new ArrayList<>();
            while (rows.next()) {
                deeds.add(deed(rows));
            }
            return deeds;
        });
    }

    private Deed deed(ResultSet row) throws SQLException {
        Witnessed witnessed = new Witnessed(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                text(row, 2).orElse(""),
                text(row, 3),
                text(row, 4).orElse(""),
                text(row, 5).orElse(""),
                text(row, 6).map(redactor::text),
                text(row, 7),
                0);
        List<String> names = text(row, 8)
                .map(joined -> Arrays.asList(joined.split("\u0001", -1)))
                .orElse(List.of());
        return new Deed(names, witnessed, readUpTo.isPresent());
    }

    private static Optional<String> text(ResultSet row, int index) throws SQLException {
        return Optional.ofNullable(RawText.of(row, index)).filter(text -> !text.isEmpty());
    }

    private void lost(SQLException fault) throws SQLException {
        if (SqlFaults.endsConnection(fault)) {
            throw fault;
        }
        readable = false;
        tell(Optional.of(SqlFaults.words(fault, redactor)));
    }

    /** Once for each change. */
    private void tell(Optional<String> why) {
        if (!Objects.equals(why, trouble)) {
            why.ifPresent(words -> LOG.warn("{}: who changes what is not told: {}", place, words));
            trouble = why;
        }
    }
}
