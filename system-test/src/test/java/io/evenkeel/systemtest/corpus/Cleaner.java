package io.evenkeel.systemtest.corpus;

import static org.awaitility.Awaitility.await;

import io.evenkeel.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes away what a case left on its server; over one connection, as logging in is dear. */
final class Cleaner implements AutoCloseable {
    /** The statement that drops each thing which belongs to the whole server, as the server quotes it. */
    private static final String BELONGINGS = """
            SELECT format('DROP TABLESPACE %I', spcname) FROM pg_tablespace WHERE spcname !~ '^pg_'
             UNION ALL
            SELECT format('DROP OWNED BY %1$I; DROP ROLE %1$I', rolname) FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'postgres'
             UNION ALL
            SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database
             WHERE datname NOT IN ('postgres', 'template0', 'template1')
             ORDER BY 1
            """;

    private static final String SUBSCRIPTIONS = """
            SELECT format('ALTER SUBSCRIPTION %1$I DISABLE; ALTER SUBSCRIPTION %1$I SET (slot_name = NONE); DROP SUBSCRIPTION %1$I', subname)
              FROM pg_subscription
            """;

    // what a case laid among the server's files would be there at the start of the next
    private static final String FILES = """
            DO $$ BEGIN
              EXECUTE format('COPY (SELECT) TO PROGRAM %L',
                             'cat >/dev/null; rm -f "' || (SELECT setting FROM pg_config WHERE name = 'SHAREDIR') || '"/extension/corpus_hull.*');
            END $$
            """;

    // thousands of rounds of hashing a login, thousands of logins a run: from this major on they can be fewer
    private static final int CHEAP_LOGIN = 16;

    private final EmbeddedPostgres server;
    private final Connection administration;

    Cleaner(EmbeddedPostgres server) throws SQLException {
        this.server = server;
        administration = server.connect("postgres");
        if (administration.getMetaData().getDatabaseMajorVersion() >= CHEAP_LOGIN) {
            execute(
                    administration,
                    "SET scram_iterations = 1",
                    "ALTER ROLE postgres PASSWORD '" + server.password() + "'",
                    "RESET scram_iterations");
        }
    }

    /** Statements that drop databases, roles and tablespaces, in this order. */
    List<String> belongings() throws SQLException {
        return texts(administration, BELONGINGS);
    }

    void create(String database) throws SQLException {
        execute(administration, "CREATE DATABASE " + database);
    }

    /** Back to the belongings that were there before, and to the server's own settings. */
    void tidy(String database, Set<String> before, boolean settings) throws SQLException {
        // all that a server has are the case's, and a database with one cannot be dropped
        for (String drop : texts(administration, SUBSCRIPTIONS)) {
            try (Connection there = server.connect(database)) {
                execute(there, drop.split("; "));
            }
        }
        execute(
                administration,
                "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database),
                "ALTER ROLE ALL RESET ALL",
                "ALTER ROLE postgres RESET ALL",
                "COMMENT ON ROLE postgres IS NULL",
                "SELECT pg_replication_origin_drop(roname) FROM pg_replication_origin",
                FILES);
        if (settings) {
            execute(administration, "ALTER SYSTEM RESET ALL");
            reload();
        }
        for (String drop : belongings()) {
            if (!before.contains(drop)) {
                execute(administration, drop);
            }
        }
    }

    /** Returns when new sessions see the server's settings as they are now. */
    void reload() throws SQLException {
        String before = loaded();
        execute(administration, "SELECT pg_reload_conf()");
        await().until(() -> !loaded().equals(before));
    }

    private String loaded() throws SQLException {
        try (Connection fresh = server.connect("postgres")) {
            return texts(fresh, "SELECT pg_conf_load_time()::text").getFirst();
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        administration.close();
    }
}
