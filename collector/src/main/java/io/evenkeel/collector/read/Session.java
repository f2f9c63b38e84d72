package io.evenkeel.collector.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection. Each query runs in a read-only transaction of its own that leaves nothing behind. */
final class Session implements AutoCloseable {
    // what deparsed text depends on is pinned; pg_temp stands last so that nobody's temporary table is taken for a
    // catalog
    private static final String BEGIN = """
            BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
            SET LOCAL search_path = pg_catalog, pg_temp;
            SET LOCAL lock_timeout = '50ms';
            SET LOCAL statement_timeout = %d;
            SET LOCAL row_security = off;
            SET LOCAL jit = off;
            SET LOCAL quote_all_identifiers = off;
            SET LOCAL standard_conforming_strings = on;
            SET LOCAL DateStyle = 'ISO, MDY';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL bytea_output = 'hex';
            SET LOCAL extra_float_digits = 1;
            """;
    // of bytes in no known encoding none is invalid this way; RawText takes them as they are
    private static final String BYTES_AS_THEY_ARE = "SET LOCAL client_encoding = 'LATIN1';\n";
    // for what depends on nothing else
    private static final String BEGIN_GLANCE = """
            BEGIN READ ONLY;
            SET LOCAL search_path = pg_catalog, pg_temp;
            SET LOCAL statement_timeout = %d;
            """;
    private static final String COMMIT = "\n; COMMIT";
    // planning takes longer than running, and what few rows a look is about does not change how it is best done
    private static final String PLANNED_ONCE = "SET LOCAL plan_cache_mode = force_generic_plan;\n";
    // no such prepared statement, or one of that name already: the server process is not ours alone
    private static final Set<String> SHARED = Set.of("26000", "42P05");
    // by itself: it has to be of before or after the transaction beside it
    private static final String SNAPSHOT = "BEGIN READ ONLY; SELECT pg_catalog.pg_current_snapshot()::text; COMMIT;\n";

    // rows at a time
    private static final int EVERYTHING = 0;
    private static final int FETCHED = 2_000;

    /** Takes what it wants from a result. */
    interface Results<T> {
        T take(ResultSet rows) throws SQLException;
    }

    /** Asks without what was prepared. */
    private interface Otherwise<T> {
        T ask() throws SQLException;
    }

    /** Asks one query or several. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Connection connection;
    private final String begin;
    private final String beginGlance;
    private final Duration limit;
    private final Set<String> prepared = new HashSet<>();
    private Optional<Boolean> alone = Optional.empty();
    private Optional<Set<String>> snapshots = Optional.empty();

    private Session(Connection connection, String begin, String beginGlance, Duration limit) {
        this.connection = connection;
        this.begin = begin;
        this.beginGlance = beginGlance;
        this.limit = limit;
    }

    static Session open(ConnectionSettings settings) throws SQLException {
        Connection connection = Connections.open(settings);
        long timeout = settings.timeouts().statement().toMillis();
        String begin = BEGIN.formatted(timeout);
        String encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
        return new Session(
                connection,
                "SQL_ASCII".equals(encoding) ? begin + BYTES_AS_THEY_ARE : begin,
                BEGIN_GLANCE.formatted(timeout),
                settings.timeouts().answer());
    }

    /** The process that the login named; a pooler names none that exists. */
    int announcedProcess() throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    /** Of the server. */
    int major() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Runs one query; begin, settings, query and commit take one round trip. */
    <T> T query(String sql, Results<T> results) throws SQLException {
        return run(begin + sql + COMMIT, results);
    }

    /**
     * The same for one that is asked again and again: planned only once, where no pooler is between us and the server, which
     * hands each transaction another of its processes.
     */
    <T> T query(Template template, String value, Results<T> results) throws SQLException {
        return again(
                template, value, begin + PLANNED_ONCE, COMMIT, results, () -> query(template.about(value), results));
    }

    /** The same for one that is asked several times a second, names everything with its schema and waits for nothing. */
    <T> T glance(Template template, String value, Results<T> results) throws SQLException {
        return again(template, value, "", "", results, () -> glance(template.about(value), results));
    }

    private <T> T again(
            Template template, String value, String before, String after, Results<T> results, Otherwise<T> otherwise)
            throws SQLException {
        if (!isAlone()) {
            return otherwise.ask();
        }
        try {
            if (!prepared.contains(template.name())) {
                run(before + template.prepare() + "\n; SELECT true" + after, rows -> prepared.add(template.name()));
            }
            return run(before + template.execute(value) + after, results);
        } catch (SQLException fault) {
            if (!SHARED.contains(fault.getSQLState())) {
                throw fault;
            }
            alone = Optional.of(false);
            return otherwise.ask();
        }
    }

    private boolean isAlone() throws SQLException {
        if (alone.isEmpty()) {
            int announced = announcedProcess();
            alone = Optional.of(glance("SELECT pg_backend_pid()", rows -> rows.next() && rows.getInt(1) == announced));
        }
        return alone.get();
    }

    /** The same for one that is asked several times a second and prints no definition. */
    <T> T glance(String sql, Results<T> results) throws SQLException {
        return run(beginGlance + sql + COMMIT, results);
    }

    /** What came of it, if nothing was committed from before its first query to after its last. */
    <T> Optional<T> whileStill(Work<T> work) throws SQLException {
        Set<String> seen = new HashSet<>();
        snapshots = Optional.of(seen);
        try {
            T done = work.run();
            return seen.size() == 1 ? Optional.of(done) : Optional.empty();
        } finally {
            snapshots = Optional.empty();
        }
    }

    /**
     * The same for one that may have many rows, of which only some are here at a time, and for each of which the server has
     * as long as for a whole query; that costs more round trips.
     */
    <T> T stream(String sql, Results<T> results) throws SQLException {
        if (snapshots.isPresent()) {
            return query(sql, results);
        }
        try (Watchdog watchdog = Watchdog.over(connection, limit)) {
            connection.setAutoCommit(false);
            try {
                T all = run(begin.replaceFirst("BEGIN", "SET TRANSACTION") + sql, FETCHED, results, watchdog);
                connection.commit();
                return all;
            } finally {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    private <T> T run(String sql, Results<T> results) throws SQLException {
        try (Watchdog watchdog = Watchdog.over(connection, limit)) {
            return run(sql, EVERYTHING, results, watchdog);
        }
    }

    private <T> T run(String sql, int fetched, Results<T> results, Watchdog watchdog) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(fetched);
            // in one message, so that as little as possible can happen in between
            boolean rows = statement.execute(snapshots.isEmpty() ? sql : SNAPSHOT + sql + ";\n" + SNAPSHOT);
            noteSnapshot(statement, rows);
            try (ResultSet found = next(statement, rows && snapshots.isEmpty())) {
                T taken = results.take(found);
                noteSnapshot(statement, false);
                return taken;
            }
        } catch (SQLException failed) {
            rollBack(failed);
            throw watchdog.explained(failed);
        }
    }

    private void noteSnapshot(Statement statement, boolean rows) throws SQLException {
        if (snapshots.isPresent()) {
            ResultSet text = next(statement, rows);
            text.next();
            snapshots.get().add(text.getString(1));
        }
    }

    /** The next result that is rows. */
    private static ResultSet next(Statement statement, boolean already) throws SQLException {
        boolean rows = already || statement.getMoreResults();
        while (!rows && statement.getUpdateCount() != -1) {
            rows = statement.getMoreResults();
        }
        if (!rows) {
            throw new SQLException("the query returns no rows: expected a SELECT", "07005");
        }
        return statement.getResultSet();
    }

    private void rollBack(SQLException failed) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.debug("a connection that was given up did not close cleanly", broken);
        }
    }
}
