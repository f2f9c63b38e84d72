package io.evenkeel.collector.read;

import io.evenkeel.collector.profile.Landmarks;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Asks for the roles and schemas by which a platform is recognised. */
final class LandmarkQuery {
    private static final String SQL = """
            SELECT r.rolname::text AS role, NULL::text AS schema, NULL::text AS owner
              FROM pg_roles r
             UNION ALL
            SELECT NULL, n.nspname::text, coalesce(r.rolname::text, '')
              FROM pg_namespace n LEFT JOIN pg_roles r ON r.oid = n.nspowner
            """;

    private LandmarkQuery() {}

    static Landmarks run(Session session) throws SQLException {
        return session.query(SQL, rows -> {
            Set<String> roles = new HashSet<>();
            Map<String, String> schemas = new HashMap<>();
            while (rows.next()) {
                String role = RawText.of(rows, 1);
                if (role == null) {
                    schemas.put(String.valueOf(RawText.of(rows, 2)), String.valueOf(RawText.of(rows, 3)));
                } else {
                    roles.add(role);
                }
            }
            return new Landmarks(roles, schemas);
        });
    }
}
