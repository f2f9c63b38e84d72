package io.evenkeel.systemtest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.ColumnSet;
import io.evenkeel.collector.query.Columns;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/kinds.md and the SQL files the same. */
final class KindsPageTest {
    private static final int NEWEST = 18;
    private static final Path PAGE = Path.of(System.getProperty("evenkeel.root"), "docs/kinds.md");

    @Test
    void thePageSaysWhatTheSqlFilesSay() throws SQLException, IOException {
        String generated = new KindsPage(columns()).text();
        if (Boolean.getBoolean("evenkeel.write")) {
            Files.writeString(PAGE, generated);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/kinds.md is generated: run this test with -Devenkeel.write=true and read the difference")
                .isEqualTo(generated);
    }

    private static Map<KindFile, List<String>> columns() throws SQLException {
        Map<KindFile, List<String>> columns = new LinkedHashMap<>();
        try (Database database = PostgresFixture.of(NEWEST).createDatabase();
                Connection connection = database.connect()) {
            for (KindFile file : KindLibrary.bundled().forMajor(NEWEST)) {
                columns.put(file, columns(connection, file));
            }
        }
        return columns;
    }

    /** The server says which columns a query has without running it to an end. */
    private static List<String> columns(Connection connection, KindFile file) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM (" + runnable(file) + "\n) AS query LIMIT 0")) {
            ResultSetMetaData meta = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int at = 1; at <= meta.getColumnCount(); at++) {
                names.add(meta.getColumnLabel(at));
            }
            names.remove(Columns.RELATION_OID);
            return names;
        }
    }

    private static String runnable(KindFile file) {
        return file.requires().stream()
                .findFirst()
                .map(signature -> file.sqlFor(Map.of(
                        KindFile.RELATION,
                        row(Optional.of(signature.columns())),
                        KindFile.SCHEMA,
                        "''",
                        KindFile.TABLE,
                        "''",
                        KindFile.BESIDE,
                        row(signature.beside()))))
                .orElseGet(file::sqlForAll);
    }

    /** A relation with those columns. */
    private static String row(Optional<ColumnSet> columns) {
        return columns.stream()
                .flatMap(set -> set.columns().stream())
                .map(column -> "NULL::" + column.types().getFirst().replace("()", "") + " AS \"" + column.name() + "\"")
                .collect(Collectors.joining(", ", "(SELECT ", ")"));
    }
}
