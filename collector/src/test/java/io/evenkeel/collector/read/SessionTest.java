package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class SessionTest {
    private static final Template NEXT = new Template("SELECT {number} + 1 -- at the end", "{number}", "integer");

    @Test
    void whatIsAskedAgainIsPreparedOnceUntilTheServerProcessTurnsOutToBeShared() throws SQLException {
        PostgresFixture postgres = PostgresFixture.of(17);
        try (Database database = postgres.createDatabase();
                Session session = Session.open(Corpus.settings(database, postgres.createRole()))) {
            assertThat(session.query(NEXT, "1", SessionTest::number)).isEqualTo(2);
            assertThat(session.query(NEXT, "2", SessionTest::number)).isEqualTo(3);
            assertThat(prepared(session)).isEqualTo(1);

            // as if a pooler had given us another one
            session.query("DEALLOCATE ALL; SELECT 0", SessionTest::number);
            assertThat(session.query(NEXT, "3", SessionTest::number)).isEqualTo(4);
            assertThat(session.query(NEXT, "4", SessionTest::number)).isEqualTo(5);
            assertThat(prepared(session)).isZero();
        }
    }

    @Test
    void whatSomebodyElseHasPreparedIsLeftAlone() throws SQLException {
        PostgresFixture postgres = PostgresFixture.of(17);
        try (Database database = postgres.createDatabase();
                Session session = Session.open(Corpus.settings(database, postgres.createRole()))) {
            session.query(NEXT.prepare() + "\n; SELECT 0", SessionTest::number);
            assertThat(session.query(NEXT, "1", SessionTest::number)).isEqualTo(2);
            assertThat(prepared(session)).isEqualTo(1);
        }
    }

    private static int prepared(Session session) throws SQLException {
        return session.query("SELECT count(*)::integer FROM pg_prepared_statements", SessionTest::number);
    }

    private static int number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }
}
