package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.probe.CatalogProbe;
import io.evenkeel.collector.probe.Verdict;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PulseTest {
    /** Their rows are counted by nobody, or tell of nothing that a kind reads. */
    private static final Set<String> NOT_COUNTED = Set.of(
            "pg_largeobject",
            "pg_largeobject_metadata",
            "pg_replication_origin",
            "pg_shdepend",
            "pg_statistic",
            "pg_statistic_ext_data");

    private static CatalogReader reader(Database database, int major) {
        return new CatalogReader(
                Corpus.settings(database, PostgresFixture.of(major).createRole()),
                KindLibrary.bundled(),
                Corpus.READING,
                InstantSource.system());
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void ddlIsToldFromOtherCommitsAndAResetIsADoubt(int major) {
        try (Database database = PostgresFixture.of(major).createDatabase();
                CatalogReader reader = reader(database, major)) {
            database.execute("CREATE TABLE t (a integer)");
            CatalogProbe probe = new CatalogProbe(reader::pulse);
            assertThat(probe.check()).isEqualTo(new Verdict.Doubt());
            settle(probe, Corpus.complete(reader.read()).snapshot());
            database.execute("INSERT INTO t VALUES (1)");
            assertThat(probe.check()).isEqualTo(new Verdict.Committed());
            assertThat(reader.refresh()).isInstanceOf(Refreshed.Unmoved.class);
            database.execute("ALTER TABLE t ADD b text");
            await().untilAsserted(() -> assertThat(probe.check()).isEqualTo(new Verdict.Moved()));
            database.execute("SELECT pg_stat_reset()");
            await().untilAsserted(() -> assertThat(probe.check()).isEqualTo(new Verdict.Doubt()));
        }
    }

    /** The session that made the database tells its counters when it ends. */
    private static void settle(CatalogProbe probe, String snapshot) {
        await().untilAsserted(() -> {
            probe.accept(snapshot);
            assertThat(probe.check()).isIn(new Verdict.Unchanged(), new Verdict.Committed());
        });
    }

    @Test
    void before15NothingIsCounted() {
        try (Database database = PostgresFixture.of(14).createDatabase();
                CatalogReader reader = reader(database, 14)) {
            assertThat(reader.pulse())
                    .isInstanceOfSatisfying(
                            Pulse.Beat.class, beat -> assertThat(beat.changes()).isEmpty());
        }
    }

    @Test
    void everyCatalogIsCountedThatKindsRead() throws SQLException {
        try (Database database = PostgresFixture.of(18).createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT c.relname FROM pg_class c
                         WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
                           AND c.oid <> ALL ('{%s}'::oid[])
                        """.formatted(PulseQuery.CATALOGS))) {
            Set<String> uncounted = new TreeSet<>();
            while (rows.next()) {
                uncounted.add(rows.getString(1));
            }
            assertThat(uncounted).containsExactlyInAnyOrderElementsOf(NOT_COUNTED);
        }
    }
}
