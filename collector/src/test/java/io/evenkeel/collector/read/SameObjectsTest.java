package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same has to look the same, whoever looks and however it came to be. */
final class SameObjectsTest {
    private static final String MIGRATIONS_READABLE = """
            GRANT USAGE ON SCHEMA supabase_migrations, app TO %1$s;
            GRANT SELECT ON supabase_migrations.schema_migrations, app.flyway_schema_history TO %1$s
            """;

    @ParameterizedTest
    @ValueSource(ints = {13, 15, 18})
    void roleWithoutRightsReadsWhatTheSuperuserReads(int major) {
        PostgresFixture postgres = PostgresFixture.of(major);
        try (Database database = postgres.createDatabase()) {
            Corpus.fill(database, major);
            PostgresFixture.Role bare = postgres.createRole();
            database.execute(MIGRATIONS_READABLE.formatted(bare.name()));
            Reading.Complete seen = Corpus.read(Corpus.settings(database, bare));
            assertThat(seen.unread()).isEmpty();
            assertThat(seen.objects())
                    .isEqualTo(Corpus.read(Corpus.settings(database)).objects());
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

    /** What the servers ship differs, and so do version-bound texts; nothing else may. */
    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void majorDoesNotShow(int major) {
        try (Database oldest = PostgresFixture.of(13).createDatabase();
                Database newer = PostgresFixture.of(major).createDatabase()) {
            Corpus.fill(oldest, 13);
            Corpus.fill(newer, 13);
            assertThat(withoutVersion(Corpus.read(Corpus.settings(newer))))
                    .containsExactlyInAnyOrderElementsOf(withoutVersion(Corpus.read(Corpus.settings(oldest))));
        }
    }

    private static List<String> withoutVersion(Reading.Complete reading) {
        Map<ObjectKind, KindDescriptor> kinds = KindDescriptor.byKind(reading.kinds());
        // since 15 the public schema is not everybody's to create in
        return reading.objects().values().stream()
                .filter(object -> !List.of("extension", "available_extension")
                        .contains(object.key().kind().name()))
                .filter(object -> !object.key().toString().equals("grant schema.public.public.create"))
                .map(object -> object.key() + " "
                        + unbound(object, kinds.get(object.key().kind())))
                .toList();
    }

    private static Map<String, Value> unbound(CatalogObject object, @Nullable KindDescriptor kind) {
        Map<String, Value> values = new TreeMap<>(object.compared().values());
        values.keySet().removeAll(kind == null ? Set.of() : kind.versionBound());
        return values;
    }

    /** Object by object, so that a failure shows only what differs. */
    private static void same(Reading.Complete one, Reading.Complete other) {
        assertThat(one.objects().keySet()).isEqualTo(other.objects().keySet());
        assertThat(one.objects().values().stream()
                        .filter(object -> !object.equals(other.objects().get(object.key())))
                        .toList())
                .isEmpty();
    }
}
