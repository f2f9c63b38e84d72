package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.read.Marks.Place;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Looking only at rows that may be new finds what looking at all of them would find. */
final class MarksTest {
    private final PostgresFixture postgres = PostgresFixture.of(17);
    private final PostgresFixture.Role bare = postgres.createRole();

    @Test
    void newRowsAreFoundOnceWhateverElseIsUnderWay() throws Exception {
        try (Database database = postgres.createDatabase();
                Session session = Session.open(Corpus.settings(database, bare));
                Connection other = database.connect();
                Statement under = other.createStatement()) {
            database.execute("CREATE TABLE sail (id integer)", "CREATE TABLE rope (id integer)");
            other.setAutoCommit(false);
            // its subtransaction is older than what others commit meanwhile
            under.execute("CREATE TABLE hull (id integer); SAVEPOINT one; ALTER TABLE rope ADD COLUMN length integer");
            database.execute("CREATE TABLE mast (id integer)");
            Marks first = Marks.read(session);

            database.execute("ALTER TABLE sail ADD COLUMN area integer");
            Marks second = first.next(session);
            assertThat(second.movedSince(first))
                    .contains(relation(database, "sail"))
                    .doesNotContain(relation(database, "rope"));

            database.execute("INSERT INTO sail VALUES (1)");
            Marks third = second.next(session);
            assertThat(third.movedSince(second)).isEmpty();

            other.commit();
            Marks fourth = third.next(session);
            assertThat(fourth.movedSince(third))
                    .contains(relation(database, "hull"), relation(database, "rope"))
                    .doesNotContain(relation(database, "sail"));
        }
    }

    @Test
    void whatIsGoneWithoutATraceIsFound() throws Exception {
        try (Database database = postgres.createDatabase();
                Session session = Session.open(Corpus.settings(database, bare))) {
            database.execute(
                    "CREATE TABLE sail (id integer)",
                    """
                    CREATE FUNCTION hoist() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'
                    """,
                    "CREATE TRIGGER hoist BEFORE INSERT ON sail FOR EACH ROW EXECUTE FUNCTION hoist()");
            Place sail = relation(database, "sail");
            Marks first = Marks.read(session);

            database.execute("DROP TRIGGER hoist ON sail", "CREATE TABLE mast (id integer)");
            Marks second = first.next(session);
            assertThat(second.movedSince(first)).contains(sail, relation(database, "mast"));

            Place hoist = new Place("pg_proc", oid(database, "'hoist'::regproc"));
            database.execute(
                    "DROP FUNCTION hoist()",
                    "CREATE FUNCTION hoist(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'");
            Marks third = second.next(session);
            assertThat(third.movedSince(second)).contains(hoist).doesNotContain(sail);
            assertThat(third.movedSince(first)).contains(hoist, sail);
            assertThat(third.hasRelation(sail.oid())).isTrue();
            database.execute("DROP TABLE sail");
            assertThat(third.next(session).hasRelation(sail.oid())).isFalse();
        }
    }

    private static Place relation(Database database, String name) throws SQLException {
        return new Place("pg_class", oid(database, "'" + name + "'::regclass"));
    }

    private static long oid(Database database, String expression) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT " + expression + "::oid::bigint")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
