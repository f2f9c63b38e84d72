package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeparsedTest {
    private static final List<String> CONDITIONS = List.of(
            "v IN ('a', 'b')",
            "v NOT IN ('a''b', 'c, d', ')', NULL, w)",
            "lower(v)::varchar(3) IN ('a', 'b') AND i > 0",
            "i BETWEEN 1 AND 2 AND j > 0",
            "j > 0 AND i BETWEEN 1 AND 2",
            "i BETWEEN 1 AND 2 AND j BETWEEN 3 AND 4 AND i > j",
            "i NOT BETWEEN 1 AND 2 OR j > 0",
            "(i BETWEEN 1 AND 2 OR j > 0) AND v = ' AND '",
            "CASE WHEN v IN ('a', 'b') THEN i BETWEEN 1 AND 2 AND j > 0 ELSE NOT (i > 1 AND j > 1) END",
            "v = ANY (ARRAY['a', 'b']) AND \"odd ) AND (\" > 0");

    @Test
    void serversOwnTextReadBackIsTheSame() throws SQLException {
        try (Database database = PostgresFixture.of(17).createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String condition : CONDITIONS) {
                String written = written(statement, condition);
                String readBack = written(statement, written);
                assertThat(Deparsed.canonical(readBack)).isEqualTo(Deparsed.canonical(written));
            }
        }
    }

    private static String written(Statement statement, String condition) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS t; CREATE TABLE t (v varchar, w varchar, i integer, j bigint,"
                + " \"odd ) AND (\" integer, CHECK (" + condition + "))");
        try (ResultSet rows = statement.executeQuery(
                "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conrelid = 't'::regclass AND contype = 'c'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a) AND (b))",
                "((a) OR ((b) AND (c)))",
                "(((a) OR (b)) AND (c))",
                "(x)::text[]",
                "lower((name)::text)",
                "f('(', \")\")",
                "not balanced (",
                "not balanced )"
            })
    void otherTextStaysAsItIs(String text) {
        assertThat(Deparsed.canonical(text)).isEqualTo(text);
    }
}
