package io.evenkeel.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.IdentityColumns;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.catalog.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassifierTest {
    private static final Profile SUPABASE = profile("supabase");
    private static final Landmarks LANDMARKS = new Landmarks(
            Set.of("supabase_admin", "authenticator", "postgres"),
            Map.of("auth", "supabase_admin", "public", "postgres"));
    private static final KindFacts KINDS = new KindFacts(
            Map.of(
                    kind("table"), new IdentityColumns(List.of("id_schema", "id_table"), -1),
                    kind("row_estimate"), new IdentityColumns(List.of("id_schema", "id_table"), -1),
                    kind("role"), new IdentityColumns(List.of("id_role"), -1),
                    kind("role_membership"), new IdentityColumns(List.of("id_role", "id_member"), -1),
                    kind("event_trigger"), new IdentityColumns(List.of("id_event_trigger"), -1),
                    kind("publication"), new IdentityColumns(List.of("id_publication"), -1),
                    kind("extension"), new IdentityColumns(List.of("id_extension"), -1),
                    kind("default_privilege"), new IdentityColumns(List.of("id_role", "id_schema", "id_grantee"), -1),
                    kind("grant"),
                            new IdentityColumns(
                                    List.of("id_object_kind", "id_object", "id_grantee", "id_privilege"), 1)),
            Set.of(kind("row_estimate")),
            Set.of(kind("role"), kind("role_membership")));

    private static Profile profile(String name) {
        return Profiles.of(name).orElseThrow().known().orElseThrow();
    }

    private static ObjectKind kind(String name) {
        return new ObjectKind(name);
    }

    private static CatalogObject object(String key) {
        return object(key, Map.of(), Optional.empty());
    }

    private static CatalogObject object(String key, Map<String, Value> compared, Optional<String> parent) {
        ObjectKey its = key(key);
        return new CatalogObject(
                its, its.identity(), parent.map(ClassifierTest::key), Attributes.of(compared), Attributes.NONE);
    }

    private static ObjectKey key(String words) {
        return ObjectKey.of(List.of(words.split(" ")));
    }

    private static SortedMap<ObjectKey, CatalogObject> classified(Profile profile, CatalogObject... objects) {
        SortedMap<ObjectKey, CatalogObject> all = new TreeMap<>();
        for (CatalogObject object : objects) {
            all.put(object.key(), object);
        }
        all.putAll(Classifier.classify(profile, LANDMARKS, KINDS, all));
        return all;
    }

    private static boolean isPlatform(Profile profile, CatalogObject object, CatalogObject... others) {
        SortedMap<ObjectKey, CatalogObject> all = new TreeMap<>();
        all.put(object.key(), object);
        for (CatalogObject other : others) {
            all.put(other.key(), other);
        }
        return Classifier.classify(profile, LANDMARKS, KINDS, all).values().stream()
                .anyMatch(found -> found.key().equals(object.key()) && OwnerClass.isPlatform(found));
    }

    @ParameterizedTest
    @CsvSource({
        "role anon, true",
        "role supabase_etl_admin, true",
        "role postgres, true",
        "role auth, false",
        "role app, false",
        "role_membership anon authenticator, true",
        "role_membership supabase_privileged_role postgres, true",
        "role_membership app postgres, false",
        "role_membership anon app, false",
        "event_trigger pgrst_ddl_watch, true",
        "event_trigger ensure_rls, false",
        "extension pg_graphql, true",
        "extension pgcrypto, false",
        "publication supabase_realtime, false",
        "publication supabase_realtime_messages_publication, true",
        "default_privilege supabase_admin public anon, true",
        "default_privilege postgres public anon, false",
        "default_privilege postgres storage anon, true",
        "table auth users, true",
        "table public users, false",
        "row_estimate auth users, false"
    })
    void onSupabase(String key, boolean platform) {
        assertThat(isPlatform(SUPABASE, object(key))).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({
        "rds, role rds_superuser, true",
        "rds, role master, false",
        "rds, role_membership rds_superuser master, false",
        "cloud-sql, role cloudsqlsuperuser, true",
        "azure, role azure_pg_admin, true",
        "neon, role neon_superuser, true",
        "neon, role owner, false",
        "heroku, table _heroku x, true"
    })
    void onOtherPlatforms(String profile, String key, boolean platform) {
        assertThat(isPlatform(profile(profile), object(key))).isEqualTo(platform);
    }

    @Test
    void grantsFollowTheirObjectUnlessTheyAreForTheUsersRoles() {
        CatalogObject ours = object("table public users");
        CatalogObject theirs = object("table auth users");

        assertThat(isPlatform(SUPABASE, grant("public", "anon"), ours)).isFalse();
        assertThat(isPlatform(SUPABASE, grant("auth", "anon"), theirs)).isTrue();
        assertThat(isPlatform(SUPABASE, grant("auth", "postgres"), theirs)).isTrue();
        assertThat(isPlatform(SUPABASE, grant("auth", "app"), theirs)).isFalse();
        // the tables could not be read
        assertThat(isPlatform(SUPABASE, grant("auth", "anon"))).isTrue();
    }

    private static CatalogObject grant(String schema, String grantee) {
        ObjectKey key = key("grant table " + schema + " users " + grantee + " select");
        return new CatalogObject(
                key,
                List.of(schema, "users"),
                Optional.of(key("table " + schema + " users")),
                Attributes.NONE,
                Attributes.NONE);
    }

    @Test
    void inAPlatformsSchemaWhatTheUserOwnsIsTheUsers() {
        assertThat(isPlatform(SUPABASE, owned("auth", "supabase_auth_admin"))).isTrue();
        assertThat(isPlatform(SUPABASE, owned("auth", "postgres"))).isFalse();
        // nobody of the platform owns this schema, so that owners tell nothing
        assertThat(isPlatform(SUPABASE, owned("vault", "postgres"))).isTrue();
        assertThat(isPlatform(profile("rds"), owned("public", "rdsadmin"))).isTrue();
        assertThat(isPlatform(profile("rds"), owned("public", "master"))).isFalse();
    }

    private static CatalogObject owned(String schema, String owner) {
        return object("table " + schema + " t", Map.of("owner", new Value.Text(owner)), Optional.empty());
    }

    @Test
    void summaryMovesWithContentAndNotWithOrder() {
        CatalogObject users = owned("auth", "supabase_auth_admin");
        CatalogObject more = object("table auth more");

        assertThat(summary(users, more)).isEqualTo(summary(more, users));
        assertThat(summary(users, more)).isNotEqualTo(summary(users));
        assertThat(summary(users)).isNotEqualTo(summary(object("table auth t")));
        assertThat(summary(users).get("objects")).isEqualTo(new Value.Int(1));
        assertThat(summary(users).get("by_kind")).isEqualTo(new Value.TextList(List.of("table=1")));
    }

    private static Attributes summary(CatalogObject... objects) {
        return Optional.ofNullable(classified(SUPABASE, objects).get(key("platform_component supabase auth")))
                .orElseThrow()
                .compared();
    }

    @Test
    void whatTheWholeServerSharesHasItsOwnSummary() {
        assertThat(classified(SUPABASE, object("role anon"), object("event_trigger pgrst_ddl_watch"))
                        .keySet())
                .contains(key("platform_cluster supabase roles"))
                .hasSize(4);
    }

    @Test
    void partitionsThatComeAndGoByTheDayAreInNoSummary() {
        CatalogObject today = object("table realtime messages_2026_11_22");

        assertThat(isPlatform(SUPABASE, today)).isTrue();
        assertThat(classified(SUPABASE, today)).hasSize(1);
    }

    @Test
    void whatLiesInItselfEndsNowhere() {
        assertThat(isPlatform(SUPABASE, object("operator x", Map.of(), Optional.of("operator x"))))
                .isFalse();
    }
}
