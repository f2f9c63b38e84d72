package io.evenkeel.analyzer.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedSqlTest {
    private static final PrintedSql OLD = PrintedSql.between(Optional.of(13), Optional.of(18));
    private static final PrintedSql NEW = PrintedSql.between(Optional.of(15), Optional.of(18));

    static final List<String> CORPUS = List.of(
            " SELECT a.id,\n    lower(a.name) AS n\n   FROM app.account a\n  WHERE (a.active AND (a.born > '2020-01-01'::date));",
            " SELECT app.name,\n    app.lower(app.name) AS l,\n    NULL::app.mood AS m\n   FROM app.account app;",
            " SELECT name,\n    app.lower(name) AS l\n   FROM app.account app;",
            " SELECT DISTINCT ON (t.a) t.a,\n    count(t.*) AS n\n   FROM ONLY s.t TABLESAMPLE bernoulli (10)\n  ORDER BY t.a DESC;",
            " WITH x AS (\n SELECT t.id FROM s.t\n )\n SELECT x.id\n   FROM x\n  WHERE (x.id IN ( SELECT u.id FROM s.u));",
            " SELECT a.id\n   FROM (s.a\n     JOIN s.b USING (id));",
            " SELECT a.id,\n    b.id AS bid\n   FROM s.a,\n    s.b;",
            " SELECT a.id\n   FROM s.a\nUNION\n SELECT b.id\n   FROM s.b;",
            "CHECK (((EXTRACT(year FROM (made AT TIME ZONE 'UTC'::text)) >= (2000)::numeric) AND (sku ~~ 'A%'::text)))",
            "CHECK ((\"substring\"(sku, 1, 2) = 'AB'::text))",
            "CHECK ((SUBSTRING(sku FROM 1 FOR 2) = 'AB'::text))",
            "CREATE INDEX i ON s.t USING gin (doc jsonb_path_ops, lower(\"Name\")) WITH (fastupdate='off') WHERE (n <> 0)",
            "CREATE TRIGGER t BEFORE UPDATE OF a, b ON s.t FOR EACH ROW WHEN ((new.a <> old.a)) EXECUTE FUNCTION s.f('x')",
            "((ROW(a, b) < ROW(1, 2)) OR (tags[1] = ANY (ARRAY['x'::text, E'\\\\y'::text])) OR (doc @> '{\"a\": 1}'::jsonb))",
            "XMLSERIALIZE(CONTENT x AS text NO INDENT)",
            "((a, b) OVERLAPS (c, d)) AND (x IS NFC NORMALIZED) AND (POSITION(('a'::text) IN (b)) > 1.5e3)");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    SELECT t.a, t.b AS c FROM s.t WHERE (t.a = t."B C")   | SELECT a,  b AS c FROM s.t WHERE (a = "B C")
                    SELECT x.a, count(x.*) FROM s.t x GROUP BY x.a        | SELECT a, count(x.*) FROM s.t x GROUP BY a
                    SELECT lower(t.n) AS n FROM s.t ORDER BY t.n          | SELECT lower(n) AS n FROM s.t ORDER BY t.n
                    SELECT (t.p).f, t.tags[1] FROM s.t                    | SELECT (p).f, tags[1] FROM s.t
                    SELECT t.t FROM s.t                                   | SELECT t FROM s.t
                    SELECT g.n FROM ROWS FROM(f(1), h(2)) g(n, m)         | SELECT n FROM ROWS FROM(f(1), h(2)) g(n, m)
                    SELECT (t.a IS DISTINCT FROM t.b) FROM s.t            | SELECT (a IS DISTINCT FROM b) FROM s.t
                    a.json, "json_scalar"                                 | a."json", json_scalar
                    XMLSERIALIZE(CONTENT x AS text)                       | XMLSERIALIZE(CONTENT x AS text NO INDENT)
                    """)
    void majorsSayTheSameInOtherWords(String one, String other) {
        assertThat(NEW.same(one, other)).isTrue();
        assertThat(NEW.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    date_part('year'::text, t.made)              | EXTRACT(year FROM t.made)
                    timezone('UTC'::text, made)                  | (made AT TIME ZONE 'UTC'::text)
                    "substring"(a, 1, 2)                         | SUBSTRING(a FROM 1 FOR 2)
                    "substring"(a, 'x'::text, '#'::text)         | SUBSTRING(a SIMILAR 'x'::text ESCAPE '#'::text)
                    btrim(a), ltrim(a), rtrim(a, 'y'::text)      | TRIM(BOTH FROM a), TRIM(LEADING FROM a), TRIM(TRAILING 'y'::text FROM a)
                    "position"(a, 'x'::text)                     | POSITION(('x'::text) IN (a))
                    "overlay"(a, 'x'::text, 2, 1)                | OVERLAY(a PLACING 'x'::text FROM 2 FOR 1)
                    "normalize"(a), "normalize"(a, 'nfd'::text)  | NORMALIZE(a), NORMALIZE(a, NFD)
                    (NOT is_normalized(a, 'nfkd'::text))         | (NOT (a IS NFKD NORMALIZED))
                    "overlaps"(a, b, c, d)                       | ((a, b) OVERLAPS (c, d))
                    pg_collation_for(a)                          | COLLATION FOR (a)
                    "xmlexists"('//a'::text, x)                  | XMLEXISTS(('//a'::text) PASSING (x))
                    a integer, INOUT b text                      | IN a integer, INOUT b text
                    """)
    void callsOfThirteenAreTheSyntaxOfLaterMajors(String call, String syntax) {
        assertThat(OLD.same(call, syntax)).isTrue();
        assertThat(OLD.same(syntax, call)).isTrue();
        assertThat(NEW.same(call, syntax))
                .as("later majors know which was written")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    SELECT s.f(t.a) FROM s.t               | SELECT f(t.a) FROM s.t
                    SELECT s.a FROM s.t                    | SELECT a FROM s.t
                    SELECT count(t.*) FROM s.t             | SELECT count(*) FROM s.t
                    SELECT x::t.m FROM s.t                 | SELECT x::m FROM s.t
                    SELECT (x COLLATE t.c) FROM s.t        | SELECT (x COLLATE c) FROM s.t
                    SELECT t.f(1) FROM s.t                 | SELECT f(1) FROM s.t
                    SELECT a FROM s.t                      | SELECT a FROM t
                    SELECT t.a, u.b FROM s.t, s.u          | SELECT a, b FROM s.t, s.u
                    SELECT a FROM s.t x                    | SELECT a FROM s.t y
                    SELECT 1 FROM t WHERE (EXISTS ( SELECT t.a FROM u)) | SELECT 1 FROM t WHERE (EXISTS ( SELECT a FROM u))
                    t.a                                    | a
                    (a + b) * c                            | a + (b * c)
                    (a)                                    | a
                    'a  b'                                 | 'a b'
                    "a  b"                                 | "a b"
                    "A"                                    | a
                    "text"                                 | text
                    a - -1                                 | a --1
                    a < = b                                | a <= b
                    SELECT a -- x                          | SELECT a
                    SELECT a /* x */                       | SELECT a
                    $$a$$                                  | $$b$$
                    """)
    void whatMayMeanSomethingElseIsNotTheSame(String one, String other) {
        assertThat(NEW.same(one, other)).isFalse();
        assertThat(NEW.same(other, one)).isFalse();
        assertThat(OLD.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 'open", "a \"open", "(a", "a)", "(a]", "$x$ open", "/* open", "E'\\'"})
    void textThatDoesNotCloseHasNoOtherWords(String text) {
        assertThat(NEW.same(text, text)).isTrue();
        assertThat(NEW.same(text, " " + text)).isFalse();
    }

    @Test
    void bracketsWithoutEndAreNotLookedInto() {
        String deep = "(".repeat(100_000) + "a" + ")".repeat(100_000);

        assertThat(NEW.same(deep, deep.replace("a", " a"))).isFalse();
    }

    @Test
    void textCutByThePublisherIsComparedByItsHash() {
        String head = "SELECT t.a FROM s.t WHERE (t.a > 1) AND (t.b ... (70000 characters, SHA-256 ";

        assertThat(NEW.same(head + "0f".repeat(32) + ")", head + "0e".repeat(32) + ")"))
                .isFalse();
        assertThat(NEW.same("-- note ... (7 characters, SHA-256 0a)", "-- note ... (7 characters, SHA-256 0b)"))
                .isFalse();
    }

    @Test
    void listsAreComparedItemByItem() {
        Value one = new Value.TextList(List.of("a,  b", "c"));

        assertThat(NEW.same(one, new Value.TextList(List.of("a, b", "c")))).isTrue();
        assertThat(NEW.same(one, new Value.TextList(List.of("a, b")))).isFalse();
        assertThat(NEW.same(one, new Value.TextList(List.of("c", "a, b")))).isFalse();
        assertThat(NEW.same(one, new Value.Text("a, b"))).isFalse();
        assertThat(NEW.same(new Value.Int(1), new Value.Int(1))).isTrue();
        assertThat(NEW.same(Value.NULL, new Value.Bool(false))).isFalse();
    }

    @ParameterizedTest
    @FieldSource("CORPUS")
    void equalTextsStayEqualAndOneChangedTokenNever(String text) {
        for (PrintedSql printed : List.of(OLD, NEW)) {
            assertThat(printed.same(text, text)).isTrue();
            assertThat(printed.same(text, text.replace(", ", "\n   ,\t"))).isTrue();
            for (String other : Mutations.of(text)) {
                assertThat(printed.same(text, other)).as(other).isFalse();
                assertThat(printed.same(other, text)).as(other).isFalse();
            }
        }
    }
}
