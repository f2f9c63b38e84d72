package io.evenkeel.alerter.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {
    private static boolean names(String sql, String... identity) {
        return Statement.of(sql).stream().anyMatch(statement -> statement.names(List.of(identity)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TABLE public.orders (id int)|public/orders",
                "create table if not exists Orders (id int)|public/orders",
                "ALTER TABLE ONLY orders ADD COLUMN total numeric(10,2), ADD COLUMN vat int|public/orders/vat",
                "CREATE POLICY \"Users can read\" ON orders FOR SELECT USING (true)|public/orders/Users can read",
                "ALTER TABLE orders DROP CONSTRAINT orders_check|public/orders/orders_check",
                "CREATE UNIQUE INDEX CONCURRENTLY i ON orders (id)|public/orders/i",
                "CREATE OR REPLACE FUNCTION f(a uuid, b text) RETURNS int AS $$ select 1 $$|public/f/uuid, text",
                "CREATE VIEW v AS SELECT id, total FROM orders|public/v/total",
                "CREATE EXTENSION IF NOT EXISTS pgcrypto|pgcrypto",
                "SELECT 1; /* a note */ DROP TABLE a, b CASCADE|public/b",
                "COMMENT ON TABLE orders IS 'it''s; done'|public/orders",
            })
    void aStatementNamesWhatItMakes(String sql, String identity) {
        assertThat(names(sql, identity.split("/", -1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TABLE lines (o int REFERENCES orders)|public/orders",
                "ALTER TABLE lines ADD FOREIGN KEY (o) REFERENCES orders|public/orders",
                "CREATE VIEW v AS SELECT id FROM orders|public/orders",
                "CREATE TRIGGER t BEFORE INSERT ON lines EXECUTE FUNCTION orders()|public/orders/",
                "ALTER TABLE orders ADD COLUMN vat int|public/orders/total",
                "ALTER TABLE lines ADD COLUMN total int|public/orders/total",
                "INSERT INTO orders VALUES (1)|public/orders",
                "SELECT 1 -- ; create table orders|public/orders",
                "/* create table orders */ SELECT 1|public/orders",
                "CREATE FUNCTION f() RETURNS int AS $b$ create table orders (id int); $b$|public/orders",
                "COMMENT ON TABLE lines IS 'like orders'|public/orders",
                "COMMENT ON TABLE lines IS E'it\\'s not orders'|public/orders",
                "CREATE TABLE orders.lines (id int)|orders",
                "CREATE TABLE \"Orders\" (id int)|public/orders",
            })
    void whatItOnlyUsesIsNotNamed(String sql, String identity) {
        assertThat(names(sql, identity.split("/", -1))).isFalse();
    }

    @Test
    void anyTextIsReadToItsEnd() {
        for (String odd : List.of("", "'", "\"", "$", "$a", "$a$", "/*", "--", "e'\\", "create", "\"a", "1.5.", "((")) {
            assertThat(Statement.of(odd).size()).as(odd).isLessThanOrEqualTo(1);
            assertThat(Statement.of("drop table t; " + odd)).as(odd).isNotEmpty();
        }
    }
}
