package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.SchemaScope;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two environments on one server, whose roles have other names in each. */
final class SelectionTest {
    private static final List<String> IN_THE_DATABASE =
            List.of("table", "column", "policy", "grant", "function", "schema");

    private static Reading.Complete read(Database database, Map<String, String> roles, boolean cluster) {
        return read(database, new Selection(Profiles.DETECTED, true, roles, cluster));
    }

    private static Reading.Complete read(Database database, Selection selection) {
        Reading reading = CatalogReader.once(
                Corpus.settings(database),
                KindLibrary.bundled(),
                Corpus.READING.withSelection(selection),
                InstantSource.system());
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        return (Reading.Complete) reading;
    }

    private static Database ownedBy(String prefix) {
        PostgresFixture server = PostgresFixture.of(17);
        Database database = server.createDatabase();
        database.execute("""
                CREATE ROLE %1$s_owner; CREATE ROLE %1$s_reader; CREATE ROLE %1$s_auditor;
                CREATE SCHEMA shop AUTHORIZATION %1$s_owner;
                CREATE TABLE shop.orders (id bigint PRIMARY KEY);
                ALTER TABLE shop.orders OWNER TO %1$s_owner;
                GRANT SELECT ON shop.orders TO %1$s_reader WITH GRANT OPTION;
                GRANT UPDATE (id) ON shop.orders TO %1$s_auditor;
                CREATE POLICY visible ON shop.orders TO %1$s_reader, %1$s_auditor USING (true);
                """.formatted(prefix));
        return database;
    }

    private static Map<ObjectKey, Map<String, Value>> objects(Reading.Complete reading) {
        return reading.objects().values().stream()
                .filter(object -> IN_THE_DATABASE.contains(object.key().kind().name()))
                .collect(Collectors.toMap(
                        CatalogObject::key, object -> object.compared().values()));
    }

    @Test
    void rolesOfOtherNamesAreTheSameUnderTheRoleMap() {
        try (Database production = ownedBy("prod");
                Database staging = ownedBy("stage")) {
            // the new names stand in another order than the old ones
            Reading.Complete one =
                    read(production, Map.of("prod_owner", "owner", "prod_reader", "a", "prod_auditor", "b"), true);
            Reading.Complete other =
                    read(staging, Map.of("stage_owner", "owner", "stage_reader", "a", "stage_auditor", "b"), true);

            assertThat(objects(one)).isEqualTo(objects(other));
            assertThat(objects(one)).isNotEqualTo(objects(read(production, Map.of(), true)));
            assertThat(objects(one).toString())
                    .contains("owner")
                    .doesNotContain("prod_owner", "prod_reader", "prod_auditor");
        }
    }

    @Test
    void whatTheServerSharesCanBeLeftOutAndIsToldAsLeftOut() {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            Reading.Complete all = read(database, Map.of(), true);
            Reading.Complete some = read(database, Map.of(), false);

            assertThat(all.unread()).isEmpty();
            assertThat(some.unread())
                    .extracting(unread -> unread.kind().name())
                    .contains("role", "server_setting", "platform_cluster")
                    .doesNotContain("table", "grant");
            assertThat(some.unread()).extracting(Unread::reason).containsOnly(UnknownReason.EXCLUDED);
            assertThat(some.objects().keySet())
                    .noneMatch(key -> key.kind().name().equals("role"))
                    .anyMatch(key -> key.kind().name().equals("schema"));
            assertThat(some.kinds())
                    .extracting(KindDescriptor::kind)
                    .isEqualTo(all.kinds().stream().map(KindDescriptor::kind).toList());
        }
    }

    @Test
    void schemasCanBeLeftOutWithEverythingInThem() {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute("""
                    CREATE SCHEMA audit; CREATE SCHEMA tmp_1;
                    CREATE TABLE audit.log (id bigint PRIMARY KEY); GRANT SELECT ON audit.log TO PUBLIC;
                    CREATE TABLE audit.schema_migrations (version text, statements text[], name text);
                    CREATE TABLE tmp_1.log (id bigint);
                    CREATE TABLE public.log (id bigint PRIMARY KEY); GRANT SELECT ON public.log TO PUBLIC;
                    """);
            Choice schemas = new Choice(List.of(), List.of("audit", "tmp_*"));
            Reading.Complete reading = read(database, Selection.DEFAULT.choosing(Choice.ALL, schemas));

            assertThat(reading.objects().keySet())
                    .noneMatch(key -> key.identity().contains("audit"))
                    .noneMatch(key -> key.identity().contains("tmp_1"))
                    .noneMatch(key -> key.toString().contains("audit"))
                    .anyMatch(key -> key.toString().equals("column public.log.id"));
            assertThat(reading.unread())
                    .containsExactly(new Unread(
                            new ObjectKind("schemas"),
                            UnknownReason.EXCLUDED,
                            "left out by settings (schemas: all but audit, tmp_*)"));
            assertThat(reading.kinds())
                    .filteredOn(kind -> kind.kind().name().equals("migration"))
                    .extracting(KindDescriptor::schemas)
                    .containsExactly(Optional.of(new SchemaScope(1, schemas)));

            assertThat(read(database, Selection.DEFAULT.choosing(Choice.ALL, new Choice(List.of("audit"), List.of())))
                            .objects()
                            .keySet())
                    .noneMatch(key -> key.toString().contains("public.log"))
                    .anyMatch(key -> key.toString().equals("column audit.log.id"))
                    .anyMatch(key -> key.kind().name().equals("role"));
        }
    }

    @Test
    void theSchemasPlaceIsKnownOfEveryKind() {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            Corpus.fill(database, 17);
            Choice none = new Choice(List.of("no_such_schema"), List.of());
            assertThat(read(database, Selection.DEFAULT.choosing(Choice.ALL, none))
                            .objects()
                            .keySet())
                    .filteredOn(key -> key.identity().contains("app"))
                    .isEmpty();
        }
    }

    @Test
    void leavingSchemasOutChangesNothingElse() {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            Corpus.fill(database, 17);
            database.execute("""
                    CREATE SCHEMA audit; CREATE TABLE audit.log (id bigint PRIMARY KEY CHECK (id > 0), at date);
                    CREATE VIEW audit.v AS SELECT id FROM audit.log; CREATE INDEX ON audit.log (at);
                    GRANT SELECT ON audit.log TO PUBLIC; CREATE DOMAIN audit.d AS integer CHECK (VALUE > 0);
                    """);
            Choice schemas = new Choice(List.of(), List.of("audit"));
            Reading.Complete some = read(database, Selection.DEFAULT.choosing(Choice.ALL, schemas));
            Map<ObjectKey, CatalogObject> all =
                    new TreeMap<>(read(database, Selection.DEFAULT).objects());
            Map<ObjectKind, SchemaScope> scopes = some.kinds().stream()
                    .filter(kind -> kind.schemas().isPresent())
                    .collect(Collectors.toMap(
                            KindDescriptor::kind, kind -> kind.schemas().orElseThrow()));
            all.values().removeIf(object -> SchemaScope.leaveOut(scopes, object));

            assertThat(some.objects()).isEqualTo(all);
            assertThat(read(database, Selection.DEFAULT).objects()).hasSizeGreaterThan(all.size() + 8);
        }
    }

    @Test
    void aLockOnATableInALeftOutSchemaIsNotEvenMet() throws SQLException {
        try (Database database = PostgresFixture.of(17).createDatabase();
                Connection migration = database.connect();
                Statement statement = migration.createStatement()) {
            database.execute("CREATE SCHEMA audit; CREATE TABLE audit.log (id bigint);"
                    + "CREATE VIEW audit.v AS SELECT id FROM audit.log; CREATE INDEX ON audit.log ((id + 1))");
            migration.setAutoCommit(false);
            statement.execute("LOCK TABLE audit.log IN ACCESS EXCLUSIVE MODE");
            Choice schemas = new Choice(List.of(), List.of("audit"));

            assertThat(read(database, Selection.DEFAULT).unread())
                    .extracting(Unread::reason)
                    .contains(UnknownReason.LOCKED);
            assertThat(read(database, Selection.DEFAULT.choosing(Choice.ALL, schemas))
                            .unread())
                    .extracting(Unread::reason)
                    .containsExactly(UnknownReason.EXCLUDED);
        }
    }

    @Test
    void whatMovesIntoAndOutOfALeftOutSchemaIsFollowed() {
        try (Database database = PostgresFixture.of(17).createDatabase();
                CatalogReader reader = new CatalogReader(
                        Corpus.settings(database),
                        KindLibrary.bundled(),
                        Corpus.READING.withSelection(
                                Selection.DEFAULT.choosing(Choice.ALL, new Choice(List.of(), List.of("audit")))),
                        InstantSource.system())) {
            database.execute("CREATE SCHEMA audit; CREATE TABLE audit.log (id bigint); CREATE TABLE boat (id bigint)");
            assertThat(Corpus.complete(reader.read()).objects().keySet())
                    .noneMatch(key -> key.toString().contains(" audit."));
            database.execute("ALTER TABLE audit.log SET SCHEMA public", "ALTER TABLE boat SET SCHEMA audit");
            Refreshed moved = reader.refresh();
            assertThat(moved).isInstanceOf(Refreshed.Read.class);
            assertThat(Corpus.complete(((Refreshed.Read) moved).reading())
                            .objects()
                            .keySet())
                    .anyMatch(key -> key.toString().equals("column public.log.id"))
                    .noneMatch(key -> key.toString().contains("boat"));
        }
    }

    @Test
    void kindsCanBeLeftOutAndAreToldAsLeftOut() {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute("CREATE TABLE public.log (id bigint PRIMARY KEY)");
            Choice kinds = new Choice(List.of(), List.of("column", "*_setting"));
            Reading.Complete reading = read(database, Selection.DEFAULT.choosing(kinds, Choice.ALL));

            assertThat(reading.unread())
                    .extracting(unread -> unread.kind().name())
                    .contains("column", "server_setting")
                    .doesNotContain("table", "role");
            assertThat(reading.unread()).extracting(Unread::reason).containsOnly(UnknownReason.EXCLUDED);
            assertThat(reading.objects().keySet())
                    .extracting(key -> key.kind().name())
                    .contains("table", "primary_key")
                    .doesNotContain("column", "server_setting");
        }
    }
}
