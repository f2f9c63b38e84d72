package io.evenkeel.systemtest.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.embedded.fixture.PostgresFixture.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** deploy/sql/ddl-witness.sql on real servers: it sees, and never gets in the way. */
class WitnessScriptTest {
    private static void install(Database database) throws IOException {
        String root = System.getProperty("evenkeel.root");
        database.execute(Files.readString(Path.of(String.valueOf(root), "deploy", "sql", "ddl-witness.sql")));
    }

    private static void run(Connection connection, String... texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static String witnessed(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            return answer(connection, """
                    SELECT string_agg(concat_ws(' ', command, array_to_string(names, '.')), ', ' ORDER BY xid, at)
                      FROM evenkeel_witness.ddl WHERE role LIKE 'role\\_%'""");
        }
    }

    private static Connection user(Database database, PostgresFixture server) throws SQLException {
        Role role = server.createRole();
        database.execute("CREATE SCHEMA app AUTHORIZATION " + role.name());
        return database.connect(role);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 18})
    void whatIsDoneIsWrittenDownAndWhatFailsIsNot(int major) throws Exception {
        PostgresFixture server = PostgresFixture.of(major);
        try (Database database = server.createDatabase()) {
            install(database);
            install(database);
            try (Connection user = user(database, server)) {
                run(
                        user,
                        "CREATE TABLE app.t (a integer)",
                        "CREATE TYPE app.\"Mood\" AS ENUM ('good')",
                        "DROP TYPE app.\"Mood\"",
                        "CREATE TEMP TABLE gone (a integer)",
                        "GRANT SELECT ON app.t TO public",
                        "ALTER TABLE app.t RENAME a TO \"a.b\"");
                assertThatThrownBy(() -> run(user, "CREATE TABLE app.never AS SELECT 1 / 0"))
                        .hasMessageContaining("division by zero");
                assertThatThrownBy(() -> run(user, "SELECT FROM evenkeel_witness.ddl"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> run(user, "SELECT evenkeel_witness.record()"))
                        .hasMessageContaining("permission denied");
            }
            assertThat(witnessed(database))
                    .isEqualTo("CREATE TABLE app.t, CREATE TYPE app.Mood, DROP TYPE app.Mood, GRANT,"
                            + " ALTER TABLE app.t.a.b");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 18})
    void noCommandFailsBecauseOfIt(int major) throws Exception {
        PostgresFixture server = PostgresFixture.of(major);
        try (Database database = server.createDatabase()) {
            install(database);
            database.execute("CREATE PUBLICATION everything FOR ALL TABLES");
            try (Connection user = user(database, server);
                    Connection other = database.connect()) {
                run(user, "CREATE SEQUENCE app.s", "SELECT nextval('app.s')", "CREATE TABLE app.a ()");
                assertThat(answer(user, "SELECT lastval()")).isEqualTo("1");
                run(other, "BEGIN", "LOCK TABLE evenkeel_witness.ddl");
                run(user, "CREATE TABLE app.b ()");
                run(other, "COMMIT");
                run(user, "BEGIN ISOLATION LEVEL SERIALIZABLE", "DROP TABLE app.b", "COMMIT");
                run(other, "ALTER TABLE evenkeel_witness.ddl DROP COLUMN names");
                run(user, "CREATE TABLE app.c ()", "DROP TABLE app.c");
                run(other, "DROP TABLE evenkeel_witness.ddl");
                run(user, "CREATE TABLE app.d ()", "DROP TABLE app.d");
                run(other, "DROP SCHEMA evenkeel_witness CASCADE");
                run(user, "CREATE TABLE app.e ()");
                assertThat(answer(other, "SELECT count(*) FROM pg_event_trigger"))
                        .isEqualTo("0");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17})
    void itKeepsNoMoreThanItSays(int major) throws Exception {
        PostgresFixture server = PostgresFixture.of(major);
        try (Database database = server.createDatabase()) {
            install(database);
            database.execute("""
                    INSERT INTO evenkeel_witness.ddl (xid, at, command, session_role, role)
                    SELECT '1', now(), 'OLD', 'x', 'x' FROM generate_series(1, 12000)""");
            database.execute("""
                    DO $$ BEGIN
                      FOR i IN 1..2000 LOOP
                        EXECUTE 'CREATE TABLE many (a integer)';
                        EXECUTE 'DROP TABLE many';
                        EXIT WHEN (SELECT count(*) FROM evenkeel_witness.ddl) <= 10100;
                        COMMIT;
                      END LOOP;
                    END $$""");
            try (Connection connection = database.connect()) {
                assertThat(Integer.parseInt(answer(connection, "SELECT count(*) FROM evenkeel_witness.ddl")))
                        .isLessThanOrEqualTo(10_100);
            }
        }
    }
}
