package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two projects on Supabase: one on a newer release of its services, and with objects of the user's on the platform's. */
final class PlatformTest {
    private static final Database OLDER = PostgresFixture.of(17).createDatabase();
    private static final Database NEWER = PostgresFixture.of(17).createDatabase();

    @BeforeAll
    static void fill() {
        OLDER.execute(Corpus.text("/platform/roles.sql"), Corpus.text("/platform/base.sql"));
        NEWER.execute(
                Corpus.text("/platform/base.sql"),
                Corpus.text("/platform/newer.sql"),
                Corpus.text("/platform/of-the-user.sql"));
    }

    @AfterAll
    static void drop() {
        OLDER.close();
        NEWER.close();
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

    private static Set<List<String>> ofTheUser(Reading.Complete reading) {
        return reading.objects().values().stream()
                .filter(object -> !OwnerClass.isPlatform(object))
                .map(object -> object.key().toList())
                .filter(key -> !key.getFirst().startsWith("platform")
                        && !key.getFirst().startsWith("row_"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, CatalogObject> components(Reading.Complete reading) {
        return reading.objects().values().stream()
                .filter(object -> object.key().kind().name().equals("platform_component"))
                .collect(Collectors.toMap(object -> object.key().identity().getLast(), object -> object));
    }

    @Test
    void platformIsRecognisedAndToldWithTheServer() {
        assertThat(read(OLDER, Selection.DEFAULT).server().profile()).contains("supabase");
        try (Database plain = PostgresFixture.of(17).createDatabase()) {
            Reading.Complete reading = read(plain, Selection.DEFAULT);
            assertThat(reading.server().profile()).isEmpty();
            assertThat(components(reading)).isEmpty();
        }
    }

    @Test
    void whatTheUserMadeOnThePlatformsObjectsIsTheUsers() {
        Set<List<String>> added = ofTheUser(read(NEWER, Selection.DEFAULT));
        added.removeAll(ofTheUser(read(OLDER, Selection.DEFAULT)));
        // everybody may execute a new function
        added.removeIf(key -> key.contains("public") && key.contains("execute"));

        assertThat(added)
                .containsExactlyInAnyOrder(
                        List.of("trigger", "auth", "users", "on_signup"),
                        List.of("policy", "storage", "objects", "own files"),
                        List.of("policy", "realtime", "messages", "listen"),
                        List.of("function", "auth", "claims", ""),
                        List.of("grant", "table", "auth", "users", "app_backend", "select"),
                        List.of("grant", "table", "public", "profiles", "anon", "insert"));
    }

    @Test
    void whatTheServicesOwnIsThePlatformsAndSummarised() {
        Reading.Complete older = read(OLDER, Selection.DEFAULT);
        Reading.Complete newer = read(NEWER, Selection.DEFAULT);

        assertThat(ofTheUser(older)).noneMatch(key -> key.contains("auth") || key.contains("storage"));
        assertThat(ofTheUser(older)).contains(List.of("grant", "table", "public", "profiles", "anon", "select"));
        assertThat(components(older).keySet()).containsAll(Set.of("auth", "storage", "realtime", "extensions"));
        assertThat(differing(components(older), components(newer))).containsExactly("auth");
        assertThat(Objects.requireNonNull(components(newer).get("auth"))
                        .compared()
                        .get("by_kind"))
                .isInstanceOfSatisfying(
                        Value.TextList.class, list -> assertThat(list.items()).contains("function=1", "table=3"));
    }

    private static Set<String> differing(Map<String, CatalogObject> one, Map<String, CatalogObject> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> one.containsKey(name)
                && other.containsKey(name)
                && one.get(name).compared().equals(other.get(name).compared()));
        return names;
    }

    @Test
    void settingsCanTakeEverythingForTheUsers() {
        Selection compare = new Selection(Profiles.DETECTED, false, Map.of(), true);
        Selection none = new Selection(Profiles.of("none").orElseThrow(), true, Map.of(), true);

        assertThat(read(OLDER, compare).server().profile()).contains("supabase");
        assertThat(ofTheUser(read(OLDER, compare))).contains(List.of("table", "auth", "users"));
        assertThat(read(OLDER, none).server().profile()).isEmpty();
        assertThat(ofTheUser(read(OLDER, none))).contains(List.of("table", "auth", "users"));
    }

    @Test
    void databaseThatImitatesThePlatformCanBeDeclaredToBeIt() {
        try (Database imitation = PostgresFixture.of(17).createDatabase()) {
            imitation.execute("CREATE SCHEMA auth; CREATE TABLE auth.users (id uuid PRIMARY KEY)");
            Reading.Complete reading =
                    read(imitation, new Selection(Profiles.of("supabase").orElseThrow(), true, Map.of(), true));
            CatalogObject users = reading.objects().get(ObjectKey.of(List.of("table", "auth", "users")));

            assertThat(OwnerClass.isPlatform(Objects.requireNonNull(users))).isTrue();
        }
    }
}
