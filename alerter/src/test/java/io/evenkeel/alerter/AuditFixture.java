package io.evenkeel.alerter;

import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An audit database of a test's own. */
public final class AuditFixture implements AutoCloseable {
    private final Database database = PostgresFixture.of(17).createDatabase();

    public AuditSettings settings() {
        return new AuditSettings(database.jdbcUrl(), database.user(), new Secret(database.password()));
    }

    public void execute(String... sql) {
        database.execute(sql);
    }

    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** The rows, columns joined by a space. */
    public List<String> rows(String sql) {
        return rows("set role none", sql);
    }

    /** The rows, as somebody sees whom the first statement makes of the owner. */
    public List<String> rows(String first, String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(first);
            return read(statement.executeQuery(sql));
        } catch (SQLException failed) {
            throw new IllegalStateException("the test's query failed: " + failed.getMessage(), failed);
        }
    }

    private static List<String> read(ResultSet result) throws SQLException {
        try (ResultSet rows = result) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join(" ", cells));
            }
            return lines;
        }
    }

    /** Everything that the feed writes, without times of arrival. */
    public List<String> contents() {
        List<String> all = new ArrayList<>();
        all.addAll(rows("select environment, key, record from evenkeel.catalog_object order by 1, 2"));
        all.addAll(rows("select environment, partition, record from evenkeel.environment_slice order by 1, 2"));
        all.addAll(rows("select baseline, target, key, record from evenkeel.drift order by 1, 2, 3"));
        all.addAll(rows("select baseline, target, partition, record from evenkeel.comparison_slice order by 1, 2, 3"));
        all.addAll(rows("select id, record from evenkeel.event order by 1"));
        all.addAll(rows("select receiver, event_id, state from evenkeel.delivery order by 1, 2"));
        all.addAll(rows("select topic, partition, record_offset, why from evenkeel.rejected_record order by 1, 2, 3"));
        all.addAll(rows("select * from evenkeel.consumer_offset order by 1, 2"));
        return all;
    }

    @Override
    public void close() {
        database.close();
    }
}
