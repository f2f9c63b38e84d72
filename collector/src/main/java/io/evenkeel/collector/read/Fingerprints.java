package io.evenkeel.collector.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Whether anything moved between two instants, by the rows' own marks. */
final class Fingerprints {
    private static final String CATALOGS = resource("fingerprint.sql");
    private static final String ROWS = """
            SELECT count(*) || ':' || coalesce(sum(hashtextextended(r.ctid::text, r.xmin::text::bigint)), 0) FROM %s r
            """;

    /**
     * The catalogs as one statement saw them.
     *
     * @param snapshot {@code pg_current_snapshot()} of that statement
     */
    record Catalogs(String snapshot, String content) {}

    private Fingerprints() {}

    static Catalogs catalogs(Session session) throws SQLException {
        return session.query(CATALOGS, rows -> {
            rows.next();
            return new Catalogs(rows.getString(1), rows.getString(2));
        });
    }

    /** The rows of these relations: no catalog shows them. */
    static String rows(Session session, List<FoundRelation> relations) throws SQLException {
        StringBuilder contents = new StringBuilder();
        for (FoundRelation relation : relations) {
            for (String each : relation.read()) {
                contents.append(rowsOf(session, each)).append(' ');
            }
        }
        return contents.toString();
    }

    static String snapshot(Session session) throws SQLException {
        return session.query("SELECT pg_current_snapshot()::text", Fingerprints::onlyText);
    }

    private static String rowsOf(Session session, String relation) throws SQLException {
        try {
            return session.query(ROWS.formatted(relation), Fingerprints::onlyText);
        } catch (SQLException fault) {
            if (SqlFaults.endsConnection(fault)) {
                throw fault;
            }
            // the query of the kind meets the same fault and reports it
            return String.valueOf(fault.getMessage());
        }
    }

    private static String onlyText(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getString(1);
    }

    private static String resource(String name) {
        try (InputStream in = Fingerprints.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the class path has no " + name, unreadable);
        }
    }
}
