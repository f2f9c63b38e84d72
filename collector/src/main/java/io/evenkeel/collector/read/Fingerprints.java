package io.evenkeel.collector.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Whether rows moved that no catalog shows. */
final class Fingerprints {
    private static final String ROWS = """
            SELECT count(*) || ':' || coalesce(sum(hashtextextended(r.ctid::text, r.xmin::text::bigint)), 0) FROM %s r
            """;

    private Fingerprints() {}

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
        return session.glance("SELECT pg_current_snapshot()::text", Fingerprints::onlyText);
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
}
