package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EveryKindTest {
    private static final int NEWEST = 18;
    // summaries, what no kind covers, and what needs a provider, a directory, or a database that cannot be dropped or
    // dumped
    private static final Set<String> NOT_MADE = Set.of(
            "platform_component",
            "platform_cluster",
            "unmodeled",
            "database_setting",
            "language",
            "security_label",
            "tablespace",
            "subscription",
            "parameter_grant",
            "replication_origin");

    static Stream<Integer> majors() {
        return IntStream.rangeClosed(13, 18).boxed();
    }

    private static CatalogObject object(Reading.Complete reading, String... kindAndNames) {
        return Optional.ofNullable(reading.objects().get(ObjectKey.of(List.of(kindAndNames))))
                .orElseThrow(() -> new AssertionError("not read: " + String.join(" ", kindAndNames)));
    }

    private static Object compared(Reading.Complete reading, String attribute, String... kindAndNames) {
        Value value = object(reading, kindAndNames)
                .compared()
                .values()
                .getOrDefault(attribute, new Value.Text("no such attribute"));
        return String.valueOf(value.json());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void emptyDatabaseHoldsOnlyWhatTheServerPutsThere(int major) {
        try (Database database = PostgresFixture.of(major).createDatabase()) {
            Reading.Complete reading = Corpus.read(Corpus.settings(database));
            assertThat(reading.unread()).isEmpty();
            assertThat(reading.server().major()).isEqualTo(major);
            assertThat(reading.objects().keySet().stream()
                            .filter(key -> !clusterWide(major).contains(key.kind()))
                            .map(ObjectKey::toString))
                    .contains("extension plpgsql", "schema public")
                    .allMatch(name ->
                            name.contains("public") || name.contains("plpgsql") || name.startsWith("database "));
        }
    }

    private static Set<ObjectKind> clusterWide(int major) {
        return KindLibrary.bundled().forMajor(major).stream()
                .filter(KindFile::clusterWide)
                .map(KindFile::kind)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void oneOfEverythingIsRead(int major) {
        try (Database database = PostgresFixture.of(major).createDatabase()) {
            Corpus.fill(database, major);
            Reading.Complete reading = Corpus.read(Corpus.settings(database));
            assertThat(reading.unread()).isEmpty();
            assertThat(reading.consistency()).isEqualTo(Consistency.EXACT);
            Set<String> kinds = reading.objects().keySet().stream()
                    .map(key -> key.kind().name())
                    .collect(Collectors.toSet());
            assertThat(reading.kinds().stream().map(kind -> kind.kind().name()))
                    .filteredOn(kind -> !NOT_MADE.contains(kind))
                    .isSubsetOf(kinds);
            assertThat(kinds).doesNotContain("unmodeled");
            structureIsRead(reading);
            codeIsRead(reading, major);
            rightsAreRead(reading);
            migrationsAreRead(reading);
            if (major == NEWEST) {
                headersNameOnlyAttributesThatAre(reading);
            }
        }
    }

    private static void structureIsRead(Reading.Complete reading) {
        assertThat(compared(reading, "row_security_forced", "table", "app", "customer"))
                .isEqualTo("true");
        assertThat(compared(reading, "options", "table", "app", "customer"))
                .asString()
                .contains("toast.autovacuum");
        assertThat(compared(reading, "replica_identity", "table", "app", "invoice"))
                .isEqualTo("index invoice_pkey");
        assertThat(compared(reading, "partition_key", "table", "app", "event")).isEqualTo("[at]");
        assertThat(compared(reading, "attached_to", "partition", "app", "event_rest"))
                .isEqualTo("app.event");
        assertThat(compared(reading, "foreign_options", "table", "app", "remote"))
                .asString()
                .startsWith("[token=")
                .doesNotContain("secret");
        assertThat(compared(reading, "position", "column", "app", "customer", "name"))
                .isEqualTo("2");
        assertThat(compared(reading, "collation", "column", "app", "customer", "name"))
                .isEqualTo("app.german");
        assertThat(compared(reading, "identity", "column", "app", "customer", "id"))
                .isEqualTo("always");
        assertThat(compared(reading, "generated", "column", "app", "customer", "total"))
                .isEqualTo("stored");
        assertThat(compared(reading, "default", "column", "app", "customer", "born"))
                .isEqualTo("'2020-01-01 10:00:00+00'::timestamp with time zone");
        assertThat(compared(reading, "options", "column", "app", "customer", "ratio"))
                .isEqualTo("[n_distinct=5]");
        assertThat(compared(reading, "validated", "check_constraint", "app", "customer", "name_not_empty"))
                .isEqualTo("false");
        object(reading, "exclusion_constraint", "app", "invoice", "no_overlap");
        assertThat(object(reading, "index", "app", "totals", "totals_customer").parent())
                .contains(ObjectKey.of(List.of("materialized_view", "app", "totals")));
        assertThat(compared(reading, "labels", "enum", "app", "mood")).isEqualTo("[sad, so-so, happy]");
        assertThat(compared(reading, "owned_by", "sequence", "app", "customer_serial_no_seq"))
                .isEqualTo("[app, customer, serial_no]");
        assertThat(object(reading, "row_estimate", "app", "scratch").carried().get("rows"))
                .isEqualTo(new Value.Int(100));
        assertThat(object(reading, "row_estimate", "app", "customer").carried().get("rows"))
                .isEqualTo(Value.NULL);
        object(reading, "column", "odd.schema \"quoted\"", "tab'le.ä\nline", "%s{relation}");
    }

    private static void codeIsRead(Reading.Complete reading, int major) {
        assertThat(compared(reading, "security_definer", "function", "app", "as_owner", ""))
                .isEqualTo("true");
        assertThat(compared(reading, "settings", "function", "app", "as_owner", ""))
                .isEqualTo("[search_path=app, pg_temp, work_mem=8MB]");
        assertThat(compared(reading, "body", "function", "app", "add", "integer, integer"))
                .isEqualTo("SELECT a + b");
        assertThat(compared(reading, "type", "function", "app", "tidy", "integer, text[]"))
                .isEqualTo("procedure");
        assertThat(compared(reading, "transition", "aggregate", "app", "sum_of", "integer"))
                .isEqualTo("pg_catalog.int4pl");
        assertThat(compared(reading, "security_barrier", "view", "app", "guarded"))
                .isEqualTo("true");
        assertThat(compared(reading, "check_option", "view", "app", "guarded")).isEqualTo("local");
        assertThat(compared(reading, "populated", "materialized_view", "app", "empty_totals"))
                .isEqualTo("false");
        assertThat(compared(reading, "enabled", "trigger", "app", "customer", "touch_off"))
                .isEqualTo("disabled");
        assertThat(object(reading, "trigger", "app", "open_invoice", "touch_view")
                        .parent())
                .contains(ObjectKey.of(List.of("view", "app", "open_invoice")));
        if (major >= 14) {
            assertThat(compared(reading, "sql_body", "function", "app", "add_return", "integer"))
                    .isEqualTo("RETURN (a + 2)");
        }
        if (major >= 15) {
            assertThat(compared(reading, "security_invoker", "view", "app", "as_reader"))
                    .isEqualTo("true");
        }
        if (major >= 18) {
            assertThat(compared(reading, "generated", "column", "app", "virtual", "b"))
                    .isEqualTo("virtual");
        }
    }

    private static void rightsAreRead(Reading.Complete reading) {
        assertThat(compared(reading, "roles", "policy", "app", "customer", "own_rows"))
                .isEqualTo("[app_reader, app_writer]");
        assertThat(compared(reading, "permissive", "policy", "app", "customer", "insert_own"))
                .isEqualTo("false");
        assertThat(compared(reading, "grantable", "grant", "table", "app", "customer", "app_reader", "insert"))
                .isEqualTo("true");
        CatalogObject onColumn = object(reading, "grant", "column", "app", "customer", "email", "app_writer", "update");
        assertThat(onColumn.root()).containsExactly("app", "customer");
        assertThat(onColumn.parent()).contains(ObjectKey.of(List.of("column", "app", "customer", "email")));
        object(reading, "grant", "table", "app", "customer", "public", "select");
        object(reading, "grant", "function", "app", "touch", "", "public", "execute");
        assertThat(reading.objects().keySet())
                .doesNotContain(ObjectKey.of(List.of("grant", "function", "app", "as_owner", "", "public", "execute")));
    }

    private static void migrationsAreRead(Reading.Complete reading) {
        assertThat(reading.objects().keySet().stream()
                        .filter(key -> key.kind().name().equals("migration"))
                        .map(key -> String.join(" ", key.identity())))
                .containsExactlyInAnyOrder(
                        "alembic app alembic_version heads",
                        "flyway app flyway_schema_history 1",
                        "flyway app flyway_schema_history 3",
                        "flyway app flyway_schema_history R__views",
                        "golang-migrate app schema_migrations high-water mark",
                        "liquibase app databasechangelog db.xml 1 ann",
                        "liquibase app databasechangelog db.xml 2 ann",
                        "liquibase app databasechangelog db.xml 3 ann",
                        "supabase supabase_migrations schema_migrations 20250101000000",
                        "supabase supabase_migrations schema_migrations 20250102000000");
        assertThat(compared(reading, "state", "migration", "flyway", "app", "flyway_schema_history", "3"))
                .isEqualTo("failed");
        assertThat(compared(reading, "checksum", "migration", "flyway", "app", "flyway_schema_history", "R__views"))
                .isEqualTo("2");
    }

    private static void headersNameOnlyAttributesThatAre(Reading.Complete reading) {
        for (KindDescriptor kind : reading.kinds()) {
            Set<String> attributes = reading.objects().values().stream()
                    .filter(object -> object.key().kind().equals(kind.kind()))
                    .flatMap(object -> object.compared().values().keySet().stream())
                    .collect(Collectors.toSet());
            if (attributes.isEmpty()) {
                continue;
            }
            assertThat(attributes).as(kind.kind().name()).containsAll(kind.versionBound());
            Set<String> named = new TreeSet<>(kind.severities().keySet());
            named.removeAll(Set.of("missing", "unexpected"));
            assertThat(attributes).as(kind.kind().name()).containsAll(named);
        }
    }
}
