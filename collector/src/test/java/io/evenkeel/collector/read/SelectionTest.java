package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two environments on one server, whose roles have other names in each. */
final class SelectionTest {
    private static final List<String> IN_THE_DATABASE =
            List.of("table", "column", "policy", "grant", "function", "schema");

    private static Reading.Complete read(Database database, Map<String, String> roles, boolean cluster) {
        Selection selection = new Selection(Profiles.DETECTED, true, roles, cluster);
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
}
