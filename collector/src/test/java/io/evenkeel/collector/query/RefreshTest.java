package io.evenkeel.collector.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A kind that is only read again when a catalog moved must not tell of anything else. A new function in a query belongs
 * into one of these lists: does it look at more than its arguments, and than what they refer to?
 */
final class RefreshTest {
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CALL = Pattern.compile("\\b([a-z_][a-z_0-9]*)\\s*\\(");
    /** {@code AS name(column, ...)} and {@code name(column, ...) AS (...)}. */
    private static final Pattern ALIAS =
            Pattern.compile("\\bAS\\s+[a-z_]+\\s*\\(|\\b[a-z_]+\\s*\\([a-z_, ]*\\)\\s+AS\\s+(MATERIALIZED\\s+)?\\(");

    /** Of their arguments alone, or of what every server of a major has. */
    private static final Set<String> PURE = words("""
            aclcontains acldefault aclexplode array_agg array_remove array_to_string array_upper bool_or coalesce
            concat_ws convert_from convert_to count current_database decode encode format generate_series
            getdatabaseencoding left length lower lpad max min nullif pg_encoding_to_char pg_options_to_table quote_ident
            regexp_replace replace right row_number rtrim sha256 split_part string_agg string_to_array strpos substr
            substring to_char to_jsonb to_timestamp unnest""");

    /** They print names, each of something that pg_depend has a reference to, or of roles and schemas. */
    private static final Set<String> PRINTING = words("""
            format_type oidvectortypes pg_get_expr pg_get_function_arg_default pg_get_function_arguments
            pg_get_function_result pg_get_function_sqlbody pg_get_indexdef pg_get_ruledef
            pg_get_statisticsobjdef_expressions pg_get_triggerdef pg_get_userbyid pg_get_viewdef ts_token_type""");

    /** What it looks at has marks: see Reach. */
    private static final Set<String> MARKED = Set.of("pg_has_role");

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).collect(Collectors.toSet());
    }

    @Test
    void whatIsReadAgainByCatalogTellsOfCatalogsOnly() {
        for (int major = 13; major <= 18; major++) {
            for (KindFile file : KindLibrary.bundled().forMajor(major)) {
                if (!file.refresh().always()) {
                    Set<String> calls = calls(file.sql());
                    calls.removeAll(PURE);
                    calls.removeAll(PRINTING);
                    calls.removeAll(MARKED);
                    assertThat(calls).as(file.name()).isEmpty();
                }
            }
        }
    }

    private static Set<String> calls(String sql) {
        String bare = LITERAL.matcher(COMMENT.matcher(sql).replaceAll("")).replaceAll("''");
        Set<String> calls = new TreeSet<>();
        CALL.matcher(ALIAS.matcher(bare).replaceAll("(")).results().forEach(call -> calls.add(call.group(1)));
        return calls;
    }

    @Test
    void linesByRelationAreForSomeRelationsOnly() {
        KindFile file = KindFileParser.parse("mast.sql", """
                -- description: A mast
                -- category: structure
                -- severity: info
                -- order: 1
                -- refresh: by relation; follow pg_type
                SELECT c.relname AS id_mast, c.oid AS _oid
                  FROM pg_class c
                 WHERE true
                   AND c.oid = ANY ({relations}) -- by relation
                """);
        assertThat(file.sqlForAll()).contains("WHERE true").doesNotContain("ANY");
        assertThat(file.sqlForAllWithin(Set.of(7L))).contains("ANY ('{7}'::oid[])");
        assertThat(file.refresh().followed()).containsExactly("pg_type");
        assertThat(file.refresh().named()).containsExactly("pg_class");
    }

    @Test
    void headerAndQueryMustAgree() {
        String header = """
                -- description: A mast
                -- category: structure
                -- severity: info
                -- order: 1
                -- refresh: %s
                SELECT relname AS id_mast FROM pg_class
                """;
        assertThatThrownBy(() -> KindFileParser.parse("mast.sql", header.formatted("by relation")))
                .hasMessageContaining("found one of the two");
        assertThatThrownBy(() -> KindFileParser.parse("mast.sql", header.formatted("sometimes")))
                .hasMessageContaining("'always'");
    }
}
