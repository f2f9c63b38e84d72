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

/** deploy/sql/reader.sql on real servers. */
class ReaderRoleTest {
    private static final Role READER = new Role("evenkeel_reader", "only-in-this-test");

    private static final String SUPABASE = """
            CREATE SCHEMA supabase_migrations;
            CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
            INSERT INTO supabase_migrations.schema_migrations VALUES ('1', '{}', 'first');
            """;
    private static final String FLYWAY = """
            CREATE SCHEMA "Fly way";
            CREATE TABLE "Fly way"."hi story" (
                installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL,
                type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer,
                installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),
                execution_time integer NOT NULL, success boolean NOT NULL);
            """;
    private static final String USERS_OWN = """
            CREATE TABLE public.secret (version text, name text);
            GRANT USAGE ON SCHEMA public TO PUBLIC;
            """;

    private static void becomeReadable(Database database) throws IOException {
        String root = System.getProperty("evenkeel.root");
        database.execute(
                Files.readString(Path.of(String.valueOf(root), "deploy", "sql", "reader.sql")),
                "ALTER ROLE evenkeel_reader PASSWORD '" + READER.password() + "'");
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void theReaderReadsMigrationTablesAndNothingElse(int major) throws Exception {
        try (Database database = PostgresFixture.of(major).createDatabase()) {
            database.execute(SUPABASE, USERS_OWN);
            becomeReadable(database);
            // made later: running it again finds it, and changes nothing else
            database.execute(FLYWAY);
            becomeReadable(database);

            try (Connection reader = database.connect(READER)) {
                assertThat(answer(reader, "SELECT count(*) FROM supabase_migrations.schema_migrations"))
                        .isEqualTo("1");
                assertThat(answer(reader, "SELECT count(*) FROM \"Fly way\".\"hi story\""))
                        .isEqualTo("0");
                assertThatThrownBy(() -> answer(reader, "SELECT count(*) FROM public.secret"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void theReaderCanDoNoHarm(int major) throws Exception {
        try (Database database = PostgresFixture.of(major).createDatabase()) {
            becomeReadable(database);

            try (Connection reader = database.connect(READER)) {
                assertThat(answer(reader, "SHOW transaction_read_only")).isEqualTo("on");
                assertThat(answer(reader, "SHOW lock_timeout")).isEqualTo("50ms");
                assertThat(answer(reader, "SHOW statement_timeout")).isEqualTo("15s");
                assertThat(answer(reader, """
                        SELECT concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolconnlimit)
                          FROM pg_catalog.pg_roles WHERE rolname = current_user
                        """)).isEqualTo("f f f f 3");
                assertThatThrownBy(() -> answer(reader, "CREATE TABLE public.mine ()"))
                        .hasMessageContaining("read-only transaction");
            }
        }
    }
}
