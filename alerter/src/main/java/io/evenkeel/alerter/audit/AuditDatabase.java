package io.evenkeel.alerter.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A small pool of connections to the audit database, whose schema it keeps up to date. Thread-safe. */
public final class AuditDatabase implements AutoCloseable {
    static final String SCHEMA = "evenkeel";

    private static final String HISTORY = "select to_regclass('" + SCHEMA + ".object_witness') is not null";
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Work on one connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final AuditSettings settings;
    private final HikariDataSource pool;

    private AuditDatabase(AuditSettings settings, HikariDataSource pool) {
        this.settings = settings;
        this.pool = pool;
    }

    /** Connects for reading only: nothing is written, the schema stays as it is. */
    public static AuditDatabase openReadOnly(AuditSettings settings) {
        HikariConfig config = config(settings);
        config.setReadOnly(true);
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("ApplicationName", "evenkeel-audit");
        config.addDataSourceProperty("socketTimeout", "0");
        AuditDatabase database = new AuditDatabase(settings, new HikariDataSource(config));
        try {
            boolean history = database.transaction(
                    connection -> Rows.query(connection, HISTORY, none -> {}, row -> row.getBoolean(1))
                            .getFirst());
            if (!history) {
                throw new AuditException("audit database " + settings
                        + ": expected the audit trail of this version, found none; start " + "the alerter on it once");
            }
            return database;
        } catch (AuditException unusable) {
            database.close();
            throw unusable;
        }
    }

    /** Connects and brings the schema up to date. */
    public static AuditDatabase open(AuditSettings settings) {
        HikariDataSource pool = new HikariDataSource(config(settings));
        try {
            Flyway.configure(AuditDatabase.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/audit")
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .load()
                    .migrate();
            return new AuditDatabase(settings, pool);
        } catch (FlywayException failed) {
            pool.close();
            throw new AuditException(
                    "audit database " + settings
                            + ": expected a PostgreSQL in which the role may create the schema " + SCHEMA + ", found: "
                            + firstLine(failed),
                    failed);
        }
    }

    private static HikariConfig config(AuditSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("evenkeel-audit");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password().reveal());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // without a server the migration below says so in one sentence; the pool would throw its own words
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setSchema(SCHEMA);
        config.addDataSourceProperty("ApplicationName", "evenkeel-alerter");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return config;
    }

    /** Runs the work in one transaction: all of it happens or nothing. */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } finally {
                // after the commit there is nothing to roll back; after an exception everything
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new AuditException("audit database " + settings + ": " + firstLine(failed), failed);
        }
    }

    /** Runs the work on everything as it stands now, whatever others write meanwhile. */
    public <T> T frozen(Work<T> work) {
        return transaction(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return work.on(connection);
        });
    }

    /** The first line of the innermost cause: what the server or the driver said itself. */
    private static String firstLine(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        pool.close();
    }
}
