package io.evenkeel.collector.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Asks in one cheap statement whether anything can have changed. */
final class PulseQuery {
    /** The catalogs that kinds read: their OIDs are part of PostgreSQL. */
    static final String CATALOGS = """
            1259,1249,1255,1247,2604,2606,2610,2618,2620,3256,2224,2611,3350,3118,3381,2600,3501,3541,\
            2605,2617,2616,2753,2602,2603,3456,2607,3602,3603,3600,3601,3764,3576,2612,2601,2615,3466,\
            3079,2328,1417,1418,6104,6106,6237,6100,6102,826,3394,3596,3592,2609,2396,2608,1260,1261,\
            2964,1262,1213,6243""";

    // Before 15 each look at the counters makes the server write and read a file; a standby counts nothing. All names
    // have their schema, as the search path may be anybody's.
    private static final Template SQL = new Template("""
            SELECT pg_catalog.pg_current_snapshot()::pg_catalog.text,
                   pg_catalog.pg_postmaster_start_time()::pg_catalog.text,
                   pg_catalog.pg_is_in_recovery(),
                   CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 OPERATOR(pg_catalog.>=) 150000
                             AND NOT pg_catalog.pg_is_in_recovery()
                        THEN ARRAY(SELECT pg_catalog.pg_stat_get_tuples_inserted(c.oid)
                                          OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_tuples_updated(c.oid)
                                          OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_tuples_deleted(c.oid)
                                     FROM pg_catalog.unnest({catalogs}) AS c(oid))
                        END
            """, "{catalogs}", "pg_catalog.oid[]");
    private static final String ARRAY = "{" + CATALOGS + "}";

    private static final String WITH = " OPERATOR(pg_catalog.||) ";

    private PulseQuery() {}

    static Pulse.Beat run(Session session) throws SQLException {
        return session.glance(SQL, ARRAY, PulseQuery::beat);
    }

    /** With a counter of somebody else's, an array of numbers, after settings for the transaction. */
    static Pulse.Beat run(Session session, String settings, String counter) throws SQLException {
        return session.glance(settings + SQL.about(ARRAY) + WITH + counter, PulseQuery::beat);
    }

    private static Pulse.Beat beat(ResultSet rows) throws SQLException {
        rows.next();
        return new Pulse.Beat(
                rows.getString(1),
                rows.getString(2),
                rows.getBoolean(3),
                Objects.requireNonNullElse(rows.getString(4), ""));
    }
}
