package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definitions fill the memory of the server's process, which only ends with it. */
final class RecyclingTest {
    private static final String PROCESSES =
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'evenkeel%'";

    private static List<Integer> processes(Database database) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PROCESSES)) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    private static CatalogReader reader(Database database, int objectsAConnection) {
        return new CatalogReader(
                Corpus.settings(database),
                KindLibrary.bundled(),
                Corpus.READING,
                InstantSource.system(),
                System::nanoTime,
                objectsAConnection);
    }

    @Test
    void theConnectionIsGivenUpAfterSoManyObjectsAndOtherwiseKept() throws SQLException {
        try (Database database = PostgresFixture.of(17).createDatabase();
                CatalogReader recycling = reader(database, 1)) {
            database.execute("CREATE TABLE boat (id integer)");
            Reading.Complete first = Corpus.complete(recycling.read());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(processes(database)).isEmpty());
            assertThat(Corpus.complete(recycling.read()).objects()).isEqualTo(first.objects());
            assertThat(recycling.pulse()).isInstanceOf(Pulse.Beat.class);
            List<Integer> kept = processes(database);
            assertThat(kept).hasSize(1);
            assertThat(recycling.pulse()).isInstanceOf(Pulse.Beat.class);
            assertThat(processes(database)).isEqualTo(kept);
        }
    }
}
