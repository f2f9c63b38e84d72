package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Corpus;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.collector.read.ReadingOptions;
import io.evenkeel.collector.redact.Definitions;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret that is planted in a database leaves the collector. */
final class CanaryTest {
    private static final Canaries CANARIES = new Canaries();
    private static final RedactionKey KEY = RedactionKey.random();
    private static final PostgresFixture SERVER = PostgresFixture.of(17);
    private static final Database DATABASE = SERVER.createDatabase();
    private static final Database TWIN = SERVER.createDatabase();
    private static final List<String> PUT_AWAY = List.of(
            "ALTER SUBSCRIPTION replica SET (slot_name = NONE)",
            "DROP SUBSCRIPTION replica",
            "DO $$ BEGIN EXECUTE format('ALTER ROLE current_user IN DATABASE %I RESET ALL', current_database()); END $$");

    @BeforeAll
    static void plant() {
        DATABASE.execute(CANARIES.sql());
        TWIN.execute(CANARIES.sql());
    }

    @AfterAll
    static void remove() {
        PUT_AWAY.forEach(DATABASE::execute);
        PUT_AWAY.forEach(TWIN::execute);
        DATABASE.close();
        TWIN.close();
    }

    private static Reading.Complete read(ConnectionSettings settings, KindLibrary library, ReadingOptions options) {
        Reading reading = CatalogReader.once(settings, library, options, Clock.systemUTC());
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        return (Reading.Complete) reading;
    }

    private static Map<ObjectKey, CatalogObject> objects(Database database) {
        return read(Corpus.settings(database), KindLibrary.bundled(), ReadingOptions.under(KEY))
                .objects();
    }

    private static List<String> leaks(ConnectionSettings settings, ReadingOptions options) throws Exception {
        List<String> leaks = new ArrayList<>();
        Topic topic = new Topic().create();
        try (TraceLog log = new TraceLog();
                Publisher publisher = topic.publisher()) {
            Reading.Complete reading = read(settings, KindLibrary.bundled(), options);
            publisher.publish(reading, true, Clock.systemUTC().instant());
            log.lines().forEach(line -> CANARIES.in(line).forEach(secret -> leaks.add("log: " + line)));
        }
        List<ConsumerRecord<byte[], byte[]>> records = topic.raw();
        assertThat(records).hasSizeGreaterThan(20);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String text = new String(record.key(), StandardCharsets.UTF_8)
                    + (record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
            CANARIES.in(text).forEach(secret -> leaks.add(secret + " in " + text));
        }
        return leaks;
    }

    @Test
    void noneIsOnTheTopicOrInTheLogWhenASuperuserReads() throws Exception {
        assertThat(CANARIES.count()).isGreaterThan(40);
        assertThat(leaks(Corpus.settings(DATABASE), ReadingOptions.under(KEY))).isEmpty();
    }

    @Test
    void noneIsOnTheTopicOrInTheLogWhenABareRoleReads() throws Exception {
        assertThat(leaks(Corpus.settings(DATABASE, SERVER.createRole()), ReadingOptions.under(KEY)))
                .isEmpty();
    }

    @Test
    void noneIsOnTheTopicWhenOnlyHashesTravel() throws Exception {
        ReadingOptions strict = ReadingOptions.under(KEY).withDefinitions(Definitions.HASH_ONLY);
        assertThat(leaks(Corpus.settings(DATABASE), strict)).isEmpty();
    }

    @Test
    void noneIsInTheMessageOfAFailingQuery(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("own_wrong.sql"), """
                -- description: A query that fails over what it reads
                -- category: code
                -- severity: info
                -- order: 1
                SELECT prosrc::integer::text AS id_wrong FROM pg_proc WHERE proname = 'call'
                """);
        Reading.Complete reading =
                read(Corpus.settings(DATABASE), KindLibrary.bundled().with(directory), ReadingOptions.under(KEY));
        assertThat(reading.unread()).singleElement().satisfies(unread -> {
            assertThat(unread.detail()).contains("invalid input syntax").contains("[redacted ");
            assertThat(CANARIES.in(unread.detail())).isEmpty();
        });
    }

    @Test
    void checksumOfRedactedStatementsIsNoWayAroundTheKey() {
        ObjectKey migration =
                ObjectKey.of(List.of("migration", "supabase", "supabase_migrations", "schema_migrations", "1"));
        assertThat(objects(DATABASE))
                .containsKey(migration)
                .hasEntrySatisfying(
                        migration,
                        object -> assertThat(object.compared().get("checksum").toString())
                                .contains("[redacted "));
    }

    @Test
    void equalSecretsAreEqualAndAChangedOneIsADifference() {
        assertThat(objects(TWIN)).isEqualTo(objects(DATABASE));
        String change = "COMMENT ON TABLE app.hook IS 'admin password: %s'";
        DATABASE.execute(change.formatted("Hunter2"));
        TWIN.execute(change.formatted("Hunter3"));
        Map<ObjectKey, CatalogObject> ours = objects(DATABASE);
        Map<ObjectKey, CatalogObject> differing = new TreeMap<>(objects(TWIN));
        differing.entrySet().removeIf(entry -> entry.getValue().equals(ours.get(entry.getKey())));
        assertThat(differing.keySet()).extracting(ObjectKey::toString).containsExactly("table app.hook");
        assertThat(differing.values().toString()).doesNotContain("Hunter");
    }
}
