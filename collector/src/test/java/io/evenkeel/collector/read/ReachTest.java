package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.read.Marks.Place;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A change is followed to what may print it, and no further. */
final class ReachTest {
    private final PostgresFixture postgres = PostgresFixture.of(17);
    private final PostgresFixture.Role bare = postgres.createRole();

    @Test
    void theTableThatAForeignKeyRefersToIsReachedOnlyWhereItsTriggersMayBeTold() throws Exception {
        try (Database database = postgres.createDatabase();
                Session session = Session.open(Corpus.settings(database, bare))) {
            database.execute(
                    "CREATE TABLE harbour (id integer PRIMARY KEY)",
                    "CREATE TABLE boat (id integer, harbour integer REFERENCES harbour)",
                    "CREATE VIEW fleet AS SELECT id FROM boat");
            long harbour = relation(session, "harbour");
            long boat = relation(session, "boat");
            long fleet = relation(session, "fleet");

            assertThat(reached(session, boat)).contains(boat, fleet).doesNotContain(harbour);
            assertThat(reached(session, harbour)).contains(harbour, boat);

            database.execute("ALTER TABLE harbour DISABLE TRIGGER ALL");
            assertThat(reached(session, boat)).contains(boat, fleet, harbour);
        }
    }

    private static Set<Long> reached(Session session, long relation) throws SQLException {
        return Reach.of(session, Set.of(new Place("pg_class", relation))).relations();
    }

    private static long relation(Session session, String name) throws SQLException {
        return session.query(
                "SELECT oid::bigint FROM pg_class WHERE relname = '%s' AND relnamespace = 'public'::regnamespace"
                        .formatted(name),
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }
}
