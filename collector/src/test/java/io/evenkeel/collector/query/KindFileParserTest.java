package io.evenkeel.collector.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KindFileParserTest {
    private static final String HEADER = """
            -- description: A sail
            -- category: structure
            -- severity: warning; torn=critical; unexpected=info
            -- order: 7
            """;
    private static final String QUERY = "SELECT 1 AS id_sail\n-- a remark: not a header\n";

    @Test
    void headerDescribesTheKind() {
        KindFile file = KindFileParser.parse(
                "sail.sql",
                HEADER + "-- version-bound: cut, sewn\n-- parent: mast(id_mast)\n-- advice-missing: hoist it\n"
                        + QUERY);
        assertThat(file.kind()).isEqualTo(new ObjectKind("sail"));
        assertThat(file.descriptor().severityOf("colour")).isEqualTo(Severity.WARNING);
        assertThat(file.descriptor().severityOf("torn")).isEqualTo(Severity.CRITICAL);
        assertThat(file.descriptor().severityOf("unexpected")).isEqualTo(Severity.INFO);
        assertThat(file.descriptor().order()).isEqualTo(7);
        assertThat(file.descriptor().versionBound()).containsExactly("cut", "sewn");
        assertThat(file.descriptor().adviceFor("missing")).isEqualTo("hoist it");
        assertThat(file.parent()).contains(new ParentRule("mast", List.of("id_mast")));
        assertThat(file.root()).containsExactly("id_mast");
        assertThat(file.sql()).startsWith("SELECT").contains("not a header");
    }

    @Test
    void nameSaysSourceAndMajor() {
        KindFile file = KindFileParser.parse("sail@locker.pg17.sql", HEADER + QUERY);
        assertThat(file.kind()).isEqualTo(new ObjectKind("sail"));
        assertThat(file.source()).contains("locker");
        assertThat(file.sinceMajor()).isEqualTo(17);
    }

    @Test
    void placeholdersAreFilledOnceAndInOneGo() {
        KindFile file = KindFileParser.parse(
                "sail.sql",
                HEADER
                        + "-- requires: area:integer, names:text[]\nSELECT {schema} AS id_s, {table} AS id_t FROM {relation}");
        assertThat(file.sqlFor(Map.of(
                        KindFile.RELATION, "s.\"{table}\"", KindFile.SCHEMA, "'s'", KindFile.TABLE, "'{relation}'")))
                .isEqualTo("SELECT 's' AS id_s, '{relation}' AS id_t FROM s.\"{table}\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SELECT 'sail' AS id_tool, {schema} AS id_schema, m.v AS id_version FROM {relation} m ; sail,loft
            SELECT {table} AS id_table, 'R' || m.v AS id_version FROM {relation} m               ; jib
            SELECT m.v AS id_version, {table} AS id_table FROM {relation} m                      ; ``
            SELECT 'a' AS id_tool FROM {relation} UNION SELECT 'b' AS id_tool                    ; ``
            SELECT 'a' AS id_tool FROM {relation} m UNION SELECT m.v AS id_tool                  ; ``
            """, quoteCharacter = '`')
    void namesThatTheQueryKnowsBeforeItsRows(String query, String names) {
        KindFile file = KindFileParser.parse("sail.sql", HEADER + "-- requires: area:integer\n" + query);
        assertThat(String.join(",", file.namesOf("loft", "jib"))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- versionbound: x          | line 5 | did you mean 'version-bound'?
            -- colour: x                | line 5 | expected one of
            -- order: 7                 | line 5 | stands twice
            -- parent: mast             | line 5 | kind(id_column
            -- parent: mast(name)       | line 5 | kind(id_column
            -- root: name               | line 5 | begin with id_
            -- scope: fleet             | line 5 | 'database' or 'cluster'
            -- requires: name           | line 5 | instead of 'name'
            -- requires: a:text, :b     | line 5 | instead of ':b'
            -- requires: a?:text        | line 5 | without a question mark
            -- requires: a:text; onyl   | line 5 | instead of 'onyl'
            -- requires: a:text or b    | line 5 | instead of 'b'
            -- requires: a:text; beside | line 5 | instead of 'beside'
            -- requires: name:text      | file   | expected {relation}
            """)
    void wrongHeaderIsRefusedWithItsPlace(String line, String place, String hint) {
        assertThatThrownBy(() -> KindFileParser.parse("sail.sql", HEADER + line + "\n" + QUERY))
                .isInstanceOf(KindFileException.class)
                .hasMessageContaining("sail.sql")
                .hasMessageContaining(place)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @CsvSource({"description", "category", "severity", "order"})
    void missingKeyIsNamed(String key) {
        String without = HEADER.lines()
                .filter(line -> !line.startsWith("-- " + key))
                .reduce("", (text, line) -> text + line + "\n");
        assertThatThrownBy(() -> KindFileParser.parse("sail.sql", without + QUERY))
                .hasMessageContaining("'-- " + key + ": ...'");
    }

    @ParameterizedTest
    @CsvSource({"category: boats", "severity: dire", "severity: warning; torn", "order: first"})
    void wrongValueIsNamed(String line) {
        String key = line.substring(0, line.indexOf(':'));
        String text = HEADER.replaceAll("-- " + key + ": .*", "-- " + line);
        assertThatThrownBy(() -> KindFileParser.parse("sail.sql", text + QUERY))
                .hasMessageContaining("kind file sail.sql line")
                .hasMessageContaining(key + ": expected")
                .hasMessageContaining("found '");
    }

    @ParameterizedTest
    @CsvSource({"Sail.sql", "sail@.sql", "sail.pg7.sql", "sail.txt", "sail.pg17"})
    void wrongFileNameIsRefused(String name) {
        assertThatThrownBy(() -> KindFileParser.parse(name, HEADER + QUERY)).hasMessageContaining("rename it");
    }

    @Test
    void linesAreForTheServersTheyName() {
        KindFile file = KindFileParser.parse("sail.sql", HEADER + """
                SELECT name AS id_name,
                       mast AS mast, -- since 15
                       NULL AS mast, -- before 15
                       '-- since 15' AS note
                  FROM sail
                """);
        assertThat(file.forMajor(14).sql()).contains("NULL AS mast").doesNotContain("mast AS mast");
        assertThat(file.forMajor(15).sql()).contains("mast AS mast").doesNotContain("NULL AS mast");
        assertThat(file.forMajor(14).sql()).contains("AS note");
    }

    @Test
    void headerSaysHowColumnsAreTreated() {
        KindFile file = KindFileParser.parse("sail.sql", HEADER + """
                -- scope: cluster
                -- roles: owner, id_grantee
                -- redact: options except host, port; token
                -- free-text: definition
                """ + QUERY);
        assertThat(file.clusterWide()).isTrue();
        assertThat(file.roleColumns()).containsExactly("id_grantee", "owner");
        assertThat(file.redactions()).containsOnly(entry("options", Set.of("host", "port")), entry("token", Set.of()));
        assertThat(file.freeText()).containsExactly("definition");
    }
}
