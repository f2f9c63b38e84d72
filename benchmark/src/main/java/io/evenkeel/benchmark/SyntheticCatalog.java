package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * A made-up catalog of N tables of 12 columns in 5 schemas: each with a primary key, two indexes, a foreign key, a
 * check, three comments and grants to two roles; N/10 views, functions and triggers, N/20 enums, two policies on N/5.
 */
final class SyntheticCatalog {
    private static final List<String> PLANTED = List.of(
            "ALTER TABLE s1.t1 ADD COLUMN extra text",
            "ALTER TABLE s2.t2 DROP COLUMN note",
            "ALTER TABLE s3.t3 ALTER COLUMN name TYPE varchar(80)",
            "ALTER TABLE s4.t4 ALTER COLUMN amount SET DEFAULT 1",
            "ALTER TABLE s0.t5 DISABLE ROW LEVEL SECURITY",
            "ALTER POLICY reading ON s0.t10 USING (true)",
            "DROP INDEX s1.t6_name",
            "ALTER TABLE s2.t7 DROP CONSTRAINT t7_anchor_id_fkey",
            "REVOKE INSERT ON s3.t8 FROM bench_writer",
            "DROP TABLE s4.t9");

    private final EmbeddedPostgres server;

    SyntheticCatalog(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Two equal databases, made in different orders, and ten differences planted in the second. */
    void createPair(int tables) throws SQLException, IOException {
        execute("postgres", "CREATE ROLE bench_reader", "CREATE ROLE bench_writer");
        create("left_side", tables, "g");
        create("right_side", tables, "md5(g::text)");
        execute("right_side", PLANTED.toArray(String[]::new));
        execute("left_side", "ANALYZE");
        execute("right_side", "ANALYZE");
    }

    /** One database, vacuumed and analysed. */
    void createOne(String database, int tables) throws SQLException, IOException {
        createCopies(tables, List.of(database));
        execute(database, "VACUUM ANALYZE");
    }

    /** Equal databases of these names. */
    void createCopies(int tables, List<String> databases) throws SQLException, IOException {
        execute("postgres", "CREATE ROLE bench_reader", "CREATE ROLE bench_writer");
        create(databases.getFirst(), tables, "g");
        for (String copy : databases.subList(1, databases.size())) {
            execute("postgres", "CREATE DATABASE " + copy + " TEMPLATE " + databases.getFirst());
        }
    }

    private void create(String database, int tables, String order) throws SQLException, IOException {
        execute("postgres", "CREATE DATABASE " + database);
        try (InputStream in = SyntheticCatalog.class.getResourceAsStream("/synthetic.sql")) {
            String sql = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            execute(database, sql.formatted(tables, order));
        }
    }

    private void execute(String database, String... statements) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
