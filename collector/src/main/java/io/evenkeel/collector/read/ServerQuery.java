package io.evenkeel.collector.read;

import io.evenkeel.contract.snapshot.ServerIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Asks a server who it is. */
final class ServerQuery {
    private static final String COLUMNS = """
             CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END::text,
                   current_setting('server_version_num')::integer, current_setting('server_version'),
                   current_database()::text, current_user::text, pg_is_in_recovery()
            """;
    // the control file learns of a promotion only with the next checkpoint
    private static final String TIMELINE = """
            CASE WHEN pg_is_in_recovery() THEN k.timeline_id
                 ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer END
            """;
    private static final String FULL = "SELECT c.system_identifier::text, " + TIMELINE + "," + COLUMNS
            + " FROM pg_control_system() c, pg_control_checkpoint() k";
    // where a platform has closed the control file's functions
    private static final String POOR = "SELECT '', 0," + COLUMNS;

    private ServerQuery() {}

    static ServerIdentity run(Session session) throws SQLException {
        return identity(session).readAs(AccessQuery.run(session));
    }

    private static ServerIdentity identity(Session session) throws SQLException {
        try {
            return session.query(FULL, ServerQuery::identity);
        } catch (SQLException fault) {
            if (SqlFaults.endsConnection(fault)) {
                throw fault;
            }
            return session.query(POOR, ServerQuery::identity);
        }
    }

    private static ServerIdentity identity(ResultSet rows) throws SQLException {
        rows.next();
        String lsn = rows.getString(3);
        // Debian says "15.18 (Debian 15.18-0+deb12u1)"
        String version = rows.getString(5).split(" ")[0];
        return new ServerIdentity(
                rows.getString(1),
                rows.getInt(2),
                lsn == null ? "" : lsn,
                rows.getInt(4),
                version,
                String.valueOf(RawText.of(rows, 6)),
                String.valueOf(RawText.of(rows, 7)),
                rows.getBoolean(8));
    }
}
