package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.RowCount;
import io.evenkeel.contract.catalog.Unseen;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Globs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RowCounterTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final PostgresFixture server = PostgresFixture.of(17);
    private final Database database = server.createDatabase();
    private final PostgresFixture.Role role = server.createRole();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final AtomicLong passed = new AtomicLong();

    RowCounterTest() {
        database.execute("CREATE SCHEMA \"re\"\"f\"");
        database.execute("GRANT USAGE ON SCHEMA \"re\"\"f\" TO PUBLIC");
    }

    private void table(String name) {
        database.execute("CREATE TABLE \"re\"\"f\"." + name + " AS SELECT generate_series(1, 3) AS id");
    }

    private void grant(String name) {
        database.execute("GRANT SELECT ON \"re\"\"f\"." + name + " TO " + role.name());
    }

    private CatalogReader reader() {
        return new CatalogReader(
                Corpus.settings(database, role),
                KindLibrary.bundled(),
                Corpus.READING.withCounting(new Counting(Globs.of(List.of("re\"f.*")), HOUR)),
                now::get,
                passed::get,
                CatalogReader.OBJECTS_A_CONNECTION);
    }

    private static CatalogObject measured(CatalogReader reader, String table) {
        assertThat(reader.read()).isInstanceOf(Reading.Complete.class);
        return ((Reading.Complete) reader.read())
                .objects().values().stream()
                        .filter(object -> object.carried().values().containsKey("bytes"))
                        .filter(object -> object.key().identity().equals(List.of("re\"f", table)))
                        .findFirst()
                        .orElseThrow();
    }

    private static Optional<Long> counted(CatalogReader reader, String table) {
        return RowCount.of(measured(reader, table), RowCount.EXACT);
    }

    @Test
    void aCountStandsForTheEstimateUntilItIsDue() {
        table("plans");
        grant("plans");
        try (CatalogReader reader = reader()) {
            assertThat(counted(reader, "plans")).contains(3L);
            assertThat(measured(reader, "plans").carried().values()).doesNotContainKey(RowCount.ESTIMATE);

            database.execute("INSERT INTO \"re\"\"f\".plans VALUES (4)");
            assertThat(counted(reader, "plans")).contains(3L);
            now.updateAndGet(before -> before.plus(HOUR));
            assertThat(counted(reader, "plans")).as("the clock was put on").contains(3L);
            now.updateAndGet(before -> before.minus(Duration.ofDays(1)));
            passed.addAndGet(HOUR.toNanos());
            assertThat(counted(reader, "plans"))
                    .as("an hour has passed, and the clock was set back")
                    .contains(4L);

            table("prices");
            grant("prices");
            assertThat(counted(reader, "prices")).as("a new table").contains(3L);
        }
    }

    @Test
    void rowsThatTheRoleMayNotReadAreUnseenAndNeverNone() {
        table("secrets");
        try (CatalogReader reader = reader()) {
            assertThat(counted(reader, "secrets")).isEmpty();
            assertThat(Unseen.of(measured(reader, "secrets"))).containsExactly(RowCount.EXACT);
        }
    }

    @Test
    void rowsThatAPolicyHidesAreUnseenAndNeverFewer() {
        table("tenants");
        grant("tenants");
        database.execute("ALTER TABLE \"re\"\"f\".tenants ENABLE ROW LEVEL SECURITY");
        database.execute("CREATE POLICY mine ON \"re\"\"f\".tenants USING (id = 1)");
        try (CatalogReader reader = reader()) {
            assertThat(counted(reader, "tenants")).isEmpty();
            assertThat(Unseen.of(measured(reader, "tenants"))).containsExactly(RowCount.EXACT);
        }
    }
}
