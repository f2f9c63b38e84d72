package io.evenkeel.collector.read;

import io.evenkeel.contract.snapshot.Access;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds out as whom, and through what, a server is read. */
final class AccessQuery {
    // 1260 is pg_authid: what a role owns is found by index
    private static final String SQL = """
            SELECT r.rolsuper,
                   EXISTS (SELECT FROM pg_roles d
                            WHERE d.rolname IN ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files',
                                                'pg_write_server_files', 'pg_execute_server_program')
                              AND pg_has_role(r.oid, d.oid, 'MEMBER')),
                   r.rolbypassrls,
                   r.rolcreaterole OR r.rolcreatedb OR r.rolreplication,
                   EXISTS (SELECT FROM pg_shdepend o
                            WHERE o.refclassid = 1260 AND o.refobjid = r.oid AND o.deptype = 'o'
                              AND o.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))),
                   pg_backend_pid()
              FROM pg_roles r
             WHERE r.rolname = current_user
            """;

    private AccessQuery() {}

    static List<Access> run(Session session) throws SQLException {
        return session.query(SQL, rows -> access(rows, session.announcedProcess()));
    }

    private static List<Access> access(ResultSet rows, int announced) throws SQLException {
        List<Access> access = new ArrayList<>();
        if (!rows.next()) {
            return access;
        }
        if (rows.getBoolean(1)) {
            access.add(Access.SUPERUSER);
        } else {
            add(access, rows.getBoolean(2), Access.DATA);
            add(access, rows.getBoolean(3), Access.BYPASS_RLS);
            add(access, rows.getBoolean(4), Access.ADMINISTRATION);
            add(access, rows.getBoolean(5), Access.OWNERSHIP);
        }
        // a pooler invents the key that cancels a statement, as it stands for no one server process
        add(access, rows.getInt(6) != announced, Access.POOLER);
        return access;
    }

    private static void add(List<Access> access, boolean holds, Access word) {
        if (holds) {
            access.add(word);
        }
    }
}
