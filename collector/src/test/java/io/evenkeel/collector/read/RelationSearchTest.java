package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelationSearchTest {
    private static final PostgresFixture POSTGRES = PostgresFixture.of(17);
    private static final Database DATABASE = POSTGRES.createDatabase();

    @TempDir
    private Path directory;

    @BeforeAll
    static void fill() {
        DATABASE.execute(
                "CREATE SCHEMA loft",
                "CREATE SCHEMA locker",
                "CREATE TABLE loft.sail (cut text, area integer)",
                "CREATE TABLE loft.mast (height integer, wood text)",
                "CREATE TABLE locker.sail (cut character varying(9), area bigint)",
                "CREATE TABLE locker.jib (area integer, gone text, cut text, colour text)",
                "ALTER TABLE locker.jib DROP COLUMN gone",
                "CREATE VIEW locker.look AS SELECT cut, area FROM loft.sail",
                "CREATE TEMPORARY TABLE brief (cut text, area integer)");
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private List<String> found(ConnectionSettings settings, String requires) throws IOException, SQLException {
        Files.writeString(
                directory.resolve("own_thing.sql"),
                "-- description: A thing\n-- category: code\n-- severity: info\n-- order: 1\n-- requires: " + requires
                        + "\nSELECT cut AS id_cut FROM {relation}");
        List<KindFile> files = KindLibrary.bundled().with(directory).forMajor(17).stream()
                .filter(file -> file.name().equals("own_thing.sql"))
                .toList();
        try (Session session = Session.open(settings)) {
            return RelationSearch.run(session, files).found(files, "theirs"::equals).stream()
                    .map(relation -> relation.relation().identifier()
                            + relation.beside()
                                    .map(other -> " beside " + other.identifier())
                                    .orElse(""))
                    .toList();
        }
    }

    private List<String> found(String requires) throws IOException, SQLException {
        return found(Corpus.settings(DATABASE), requires);
    }

    @Test
    void columnsMayStandInAnyOrderAmongOthers() throws Exception {
        assertThat(found("area:integer, cut:text")).containsExactly("locker.jib", "loft.sail");
        assertThat(found("area:integer, cut:text; only")).containsExactly("loft.sail");
    }

    @Test
    void typesHaveAlternativesAndModifiersCountWhereTheyAreNamed() throws Exception {
        assertThat(found("cut:text|character varying, area:integer|bigint; only"))
                .containsExactly("locker.sail", "loft.sail");
        assertThat(found("cut:character varying(9)")).containsExactly("locker.sail");
        assertThat(found("cut:character varying(10)")).isEmpty();
        assertThat(found("cut:character varying()")).isEmpty();
    }

    @Test
    void optionalColumnsMayBeAbsentAndHaveTheirType() throws Exception {
        assertThat(found("area:integer, cut:text, colour?:text; only")).containsExactly("locker.jib", "loft.sail");
        assertThat(found("area:integer, cut:text, colour?:bytea; only")).containsExactly("loft.sail");
    }

    @Test
    void companyTellsRelationsApart() throws Exception {
        assertThat(found("area:integer, cut:text; beside height:integer"))
                .containsExactly("loft.sail beside loft.mast");
        assertThat(found("area:integer, cut:text; not beside height:integer")).containsExactly("locker.jib");
        assertThat(found("cut:text; beside area:integer")).isEmpty();
    }

    @Test
    void relationOfTwoSignaturesIsFoundOnce() throws Exception {
        assertThat(found("area:integer; only or cut:text, area:integer or area:bigint"))
                .containsExactly("locker.jib", "locker.sail", "loft.sail");
    }

    @Test
    void weakColumnsNeedTheUsualNameWhereTheRowsCannotBeSeen() throws Exception {
        ConnectionSettings bare = Corpus.settings(DATABASE, POSTGRES.createRole());
        String weak = "cut:text, area:integer; usually ";
        assertThat(found(weak + "jib")).containsExactly("locker.jib", "loft.sail");
        assertThat(found(bare, weak + "jib")).containsExactly("locker.jib");
        assertThat(found(bare, weak + "loft.sail")).containsExactly("loft.sail");
        assertThat(found(bare, weak + "loft.jib")).isEmpty();
        assertThat(found(bare, "cut:text, area:integer")).containsExactly("locker.jib", "loft.sail");
    }

    @Test
    void platformsOwnRelationsAreNotSearched() throws Exception {
        try (Database database = POSTGRES.createDatabase()) {
            database.execute(
                    "CREATE SCHEMA auth",
                    "CREATE TABLE auth.schema_migrations (cut text)",
                    "CREATE TABLE auth.flyway_schema_history (cut text)",
                    "CREATE SCHEMA theirs",
                    "CREATE TABLE theirs.history (cut text)");
            assertThat(found(Corpus.settings(database), "cut:text")).containsExactly("auth.flyway_schema_history");
        }
    }
}
