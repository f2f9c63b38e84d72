package io.evenkeel.collector.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The relations that lie in schemas that are read. */
final class WantedRelations {
    private static final String SQL = """
            SELECT c.oid, n.nspname
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind NOT IN ('i', 'I', 't') AND left(n.nspname, 3) <> 'pg_' AND n.nspname <> 'information_schema'
            """;

    private WantedRelations() {}

    /** Empty: all of them. */
    static Optional<Set<Long>> run(Session session, Plan plan) throws SQLException {
        return plan.schemas().isAll() ? Optional.empty() : Optional.of(session.query(SQL, rows -> wanted(rows, plan)));
    }

    private static Set<Long> wanted(ResultSet rows, Plan plan) throws SQLException {
        Set<Long> wanted = new HashSet<>();
        Map<String, Boolean> schemas = new HashMap<>();
        while (rows.next()) {
            if (schemas.computeIfAbsent(rows.getString(2), plan::reads)) {
                wanted.add(rows.getLong(1));
            }
        }
        return wanted;
    }
}
