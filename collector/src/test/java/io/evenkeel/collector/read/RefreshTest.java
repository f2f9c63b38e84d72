package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read again and what is left as it was are together what a reading of everything sees. */
final class RefreshTest {
    private static final int ROUNDS = Integer.getInteger("evenkeel.refresh.rounds", 25);
    private static final int A_ROUND = 12;

    @ParameterizedTest
    @CsvSource({"13, 1", "15, 2", "18, 3"})
    void refreshEqualsAReadingOfEverything(int major, long seed) throws Exception {
        PostgresFixture postgres = PostgresFixture.of(major);
        PostgresFixture.Role bare = postgres.createRole();
        try (Database database = postgres.createDatabase();
                CatalogReader reader = new CatalogReader(
                        Corpus.settings(database, bare),
                        KindLibrary.bundled(),
                        Corpus.READING,
                        InstantSource.system())) {
            database.execute("CREATE SCHEMA s0", "CREATE SCHEMA s1", "CREATE TYPE s0.e0 AS ENUM ('a')", """
                    CREATE FUNCTION s0.f0(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1'
                    """);
            RandomChanges changes = new RandomChanges(database, bare.name(), seed);
            List<String> ran = new ArrayList<>();
            Reading.Complete last = Corpus.read(Corpus.settings(database, bare));
            for (int round = 0; round < ROUNDS; round++) {
                ran.addAll(changes.run(1 + round % A_ROUND));
                last = refreshed(reader, last);
                Reading.Complete full = Corpus.read(Corpus.settings(database, bare));
                assertThat(differences(last.objects(), full.objects()))
                        .as(() -> "seed " + seed + ":\n" + String.join(";\n", ran))
                        .isEmpty();
                assertThat(last.unread()).isEqualTo(full.unread());
                assertThat(last.kinds()).isEqualTo(full.kinds());
                if (ran.size() > 60) {
                    ran.subList(0, ran.size() - 60).clear();
                }
            }
        }
    }

    private static Reading.Complete refreshed(CatalogReader reader, Reading.Complete last) {
        return switch (reader.refresh()) {
            case Refreshed.Unmoved unmoved -> last;
            case Refreshed.Read read -> Corpus.complete(read.reading());
        };
    }

    private static List<String> differences(Map<ObjectKey, CatalogObject> one, Map<ObjectKey, CatalogObject> other) {
        List<String> differences = new ArrayList<>();
        one.forEach((key, object) -> {
            if (!object.equals(other.get(key))) {
                differences.add("refreshed " + object + "\n but is " + other.get(key));
            }
        });
        other.keySet().stream()
                .filter(key -> !one.containsKey(key))
                .forEach(key -> differences.add("missed " + other.get(key)));
        return differences;
    }
}
