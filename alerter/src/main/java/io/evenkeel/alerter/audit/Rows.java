package io.evenkeel.alerter.audit;

import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The little that plain JDBC lacks: columns of many rows as arrays, and lists of results. */
public final class Rows {
    /** Reads one row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Sets the parameters. */
    public interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Rows that are read at a time: results may be larger than what they are made into. */
    private static final int FETCH = 1000;

    private Rows() {}

    /** One array parameter, from one field of each row. */
    public static <T> void column(
            PreparedStatement statement, int index, String type, Collection<T> rows, Function<T, Object> field)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(field).toArray()));
    }

    /** One array parameter of bytea, from one field of each row. */
    static <T> void bytes(PreparedStatement statement, int index, Collection<T> rows, Function<T, byte[]> field)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf("bytea", rows.stream().map(field).toArray(byte[][]::new)));
    }

    /** Runs a statement that changes rows; returns how many. */
    public static int update(Connection connection, String sql, Binder binder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            return statement.executeUpdate();
        }
    }

    /** Runs a query. */
    public static <T> List<T> query(Connection connection, String sql, Binder binder, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            statement.setFetchSize(FETCH);
            List<T> results = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    results.add(reader.read(rows));
                }
            }
            return results;
        }
    }

    /** Runs a query for one number, in one go: a cursor would keep the server from sharing the work. */
    static long whole(Connection connection, String sql, Binder binder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Reads rows one by one, however many there are. */
    interface Visitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** Runs a query whose rows are not kept. */
    static void visit(Connection connection, String sql, Binder binder, Visitor visitor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            binder.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        }
    }

    /** The parameter for a timestamptz. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A timestamptz that is not null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A record of ours, as JSON. */
    static <T> T json(ResultSet row, String column, Class<T> type) throws SQLException {
        try {
            return Json.read(row.getString(column).getBytes(StandardCharsets.UTF_8), type);
        } catch (MalformedRecordException malformed) {
            throw new SQLException("a row holds a record that this version cannot read", malformed);
        }
    }

    /** A text that may be null. */
    public static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
