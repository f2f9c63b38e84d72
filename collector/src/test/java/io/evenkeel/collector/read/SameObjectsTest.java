package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same has to look the same, whoever looks and however it came to be. */
final class SameObjectsTest {
    // each has its own, by name
    private static final Set<String> SETTINGS = Set.of("database_setting", "role_setting", "server_setting");

    private static final String MIGRATIONS_READABLE = """
            GRANT USAGE ON SCHEMA supabase_migrations, app TO %1$s;
            GRANT SELECT ON supabase_migrations.schema_migrations, app.flyway_schema_history, app.alembic_version,
                app.schema_migrations, app.databasechangelog, app.knex_migrations_lock TO %1$s
            """;

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void roleWithoutRightsReadsWhatTheSuperuserReads(int major) {
        PostgresFixture postgres = PostgresFixture.of(major);
        try (Database database = postgres.createDatabase()) {
            Corpus.fill(database, major);
            PostgresFixture.Role bare = postgres.createRole();
            database.execute(MIGRATIONS_READABLE.formatted(bare.name()));
            Reading.Complete seen = Corpus.read(Corpus.settings(database, bare));
            assertThat(seen.unread()).isEmpty();
            same(seen, Corpus.read(Corpus.settings(database)));
        }
    }

    @Test
    void settingsOfDatabaseAndRoleDoNotShow() {
        PostgresFixture postgres = PostgresFixture.of(17);
        try (Database plain = postgres.createDatabase();
                Database odd = postgres.createDatabase()) {
            Corpus.fill(plain, 17);
            Corpus.fill(odd, 17);
            String alter = "ALTER DATABASE " + odd.name() + " SET ";
            odd.execute(
                    alter + "search_path = app, auth",
                    alter + "timezone = 'Asia/Kathmandu'",
                    alter + "datestyle = 'SQL, DMY'",
                    alter + "intervalstyle = 'iso_8601'",
                    alter + "bytea_output = 'escape'",
                    alter + "extra_float_digits = -3",
                    alter + "quote_all_identifiers = on",
                    alter + "standard_conforming_strings = off");
            same(Corpus.read(Corpus.settings(odd)), Corpus.read(Corpus.settings(plain)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void historyAndOrderOfCreationDoNotShow(int major) {
        PostgresFixture postgres = PostgresFixture.of(major);
        try (Database straight = postgres.createDatabase();
                Database winding = postgres.createDatabase()) {
            straight.execute("""
                    CREATE TYPE mood AS ENUM ('a', 'b', 'c');
                    CREATE TABLE one (a integer PRIMARY KEY, b text, m mood);
                    CREATE TABLE two (a integer REFERENCES one, b text DEFAULT 'x', c integer);
                    CREATE VIEW v AS SELECT a, b FROM two;
                    CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                    GRANT SELECT ON one TO PUBLIC;
                    """);
            winding.execute("""
                    CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 2';
                    CREATE TABLE two (gone integer, a integer, gone_too text, b text);
                    ALTER TABLE two DROP gone, DROP gone_too, ADD c integer, ALTER b SET DEFAULT 'x';
                    CREATE TYPE old_mood AS ENUM ('c');
                    ALTER TYPE old_mood ADD VALUE 'a' BEFORE 'c';
                    """, "ALTER TYPE old_mood ADD VALUE 'b' AFTER 'a'", """
                    ALTER TYPE old_mood RENAME TO mood;
                    CREATE TABLE uno (a integer, b text, m mood, CONSTRAINT one_pkey PRIMARY KEY (a));
                    CREATE VIEW v AS SELECT a, b FROM two;
                    ALTER TABLE uno RENAME TO one;
                    ALTER TABLE two ADD FOREIGN KEY (a) REFERENCES one;
                    CREATE OR REPLACE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                    GRANT ALL ON one TO PUBLIC;
                    REVOKE ALL ON one FROM PUBLIC;
                    GRANT SELECT ON one TO PUBLIC;
                    """);
            same(Corpus.read(Corpus.settings(winding)), Corpus.read(Corpus.settings(straight)));
        }
    }

    /** Object by object, so that a failure shows only what differs; what one says that it did not see is left out. */
    private static void same(Reading.Complete one, Reading.Complete other) {
        assertThat(shown(one, other)).containsExactlyInAnyOrderElementsOf(shown(other, one));
    }

    private static List<CatalogObject> shown(Reading.Complete reading, Reading.Complete other) {
        return reading.objects().values().stream()
                .filter(object -> seen(object) && seen(other.objects().get(object.key())))
                .filter(object -> !SETTINGS.contains(object.key().kind().name()))
                .toList();
    }

    private static boolean seen(@Nullable CatalogObject object) {
        return object == null || object.carried().get("unread").equals(Value.NULL);
    }
}
