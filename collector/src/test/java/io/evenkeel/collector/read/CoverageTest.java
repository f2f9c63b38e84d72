package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table of {@code pg_catalog} and every column is read by a kind, or somebody has said here why not; a new one fails. */
final class CoverageTest {
    private static final Map<String, String> LEFT_OUT = Map.of(
            "pg_statistic",
            "what ANALYZE found in the data",
            "pg_statistic_ext_data",
            "what ANALYZE found in the data",
            "pg_largeobject",
            "data",
            "pg_largeobject_metadata",
            "owners and rights of single pieces of data, which programs make while they run, as they make rows; the rights that"
                    + " they get by default are read",
            "pg_shdepend",
            "bookkeeping: who owns or may use what is read with each object");

    /** Closed to a role without rights: the view that shows what it may see. */
    private static final Map<String, String> VIEWS =
            Map.of("pg_authid", "pg_roles", "pg_user_mapping", "pg_user_mappings");

    private static final Map<String, String> NOT_FINGERPRINTED = Map.of(
            "pg_parameter_acl", "servers before 15 have none; read by one statement and shown by nothing else",
            "pg_replication_origin", "one column; read by one statement and shown by nothing else");

    /** Columns of catalogs that are read, by the reason why they are not. */
    private static final Map<String, String> COLUMNS_LEFT_OUT = Map.of(
            "said by other columns that are read",
            """
            amopmethod attalign attbyval attcacheoff atthasdef attlen conffeqop coninhcount conpfeqop conppeqop
            dathasloginevt indexprs indimmediate indisexclusion indislive indisprimary indisready lanispl oprkind
            privtype proargdefaults pronargs proretset prosqlbody provariadic relchecks relhasindex relhasrules
            relhassubclass relhastriggers relisshared relnatts reltype ev_action stxexprs tgconstrindid umserver
            """,
            "where rows lie and how old they are",
            """
            relallfrozen relallvisible relfilenode relfrozenxid relminmxid relrewrite datfrozenxid datlastsysoid
            datminmxid indcheckxmin atthasmissing attmissingval
            """,
            "a number that the server gives, as OIDs are",
            "roident",
            "the server does not keep to it, nor does a dump keep it",
            "attndims typndims",
            "a database of which it is false cannot be read",
            "datallowconn",
            "only an extension's own script sets it, so that its version says it",
            "extcondition extconfig",
            "how far replication has come",
            "subskiplsn srsublsn srsubstate",
            "secrets",
            "rolpassword subconninfo umoptions");

    /** Names all catalogs only to find those it does not name. */
    private static final String UNMODELED = "unmodeled";

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern WORD = Pattern.compile("\\b[a-z0-9_]+\\b");
    private static final int NEWEST = 18;
    /** Before it, a role without rights may not read how a subscription commits. */
    private static final int OPEN_SINCE = 14;

    private static final Pattern NAME = Pattern.compile("\\bpg_[a-z_]+\\b");

    static Stream<Integer> majors() {
        return IntStream.rangeClosed(13, NEWEST).boxed();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void everyCatalogIsReadOrLeftOutForAReason(int major) throws SQLException {
        SortedSet<String> missed = catalogs(major);
        missed.removeAll(readByKinds(major));
        missed.removeAll(LEFT_OUT.keySet());
        assertThat(missed).as("catalogs that no kind reads").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void everyColumnIsReadOrLeftOutForAReason(int major) throws SQLException {
        SortedSet<String> missed = columns(major);
        missed.removeAll(columnsRead(major));
        missed.removeAll(columnsLeftOut());
        if (major < OPEN_SINCE) {
            missed.remove("subsynccommit");
        }
        assertThat(missed).as("columns that no kind reads").isEmpty();
    }

    @Test
    void noColumnIsBothReadAndLeftOut() {
        assertThat(columnsRead(NEWEST)).doesNotContainAnyElementsOf(columnsLeftOut());
    }

    private static Set<String> columnsLeftOut() {
        return COLUMNS_LEFT_OUT.values().stream()
                .flatMap(names -> Stream.of(names.strip().split("\\s+")))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void nothingIsBothReadAndLeftOut(int major) {
        assertThat(readByKinds(major)).doesNotContainAnyElementsOf(LEFT_OUT.keySet());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void everyCatalogThatIsReadIsFingerprinted(int major) throws SQLException, IOException {
        SortedSet<String> read = catalogs(major);
        read.retainAll(readByKinds(major));
        read.removeAll(NOT_FINGERPRINTED.keySet());
        assertThat(read).isSubsetOf(shownBy(names(fingerprint())));
    }

    @ParameterizedTest
    @MethodSource("majors")
    void unknownCatalogsAreTheOnesThatNobodyNamed(int major) throws SQLException {
        String unmodeled = KindLibrary.bundled().forMajor(major).stream()
                .filter(file -> file.kind().name().equals(UNMODELED))
                .map(KindFile::sql)
                .collect(Collectors.joining());
        SortedSet<String> unnamed = catalogs(major);
        unnamed.removeAll(names(COMMENT.matcher(unmodeled).replaceAll("")));
        assertThat(unnamed).as("all but the one that is known by its number").containsExactly("pg_authid");
    }

    private static SortedSet<String> catalogs(int major) throws SQLException {
        return query(
                major,
                "SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r'");
    }

    /** Of the catalogs that are not left out as a whole. */
    private static SortedSet<String> columns(int major) throws SQLException {
        return query(major, """
                SELECT a.attname
                  FROM pg_attribute a
                  JOIN pg_class c ON c.oid = a.attrelid
                 WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
                   AND c.relname NOT IN ('%s')
                """.formatted(String.join("', '", LEFT_OUT.keySet())));
    }

    private static SortedSet<String> query(int major, String sql) throws SQLException {
        try (Database database = PostgresFixture.of(major).createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            SortedSet<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static SortedSet<String> readByKinds(int major) {
        return shownBy(names(LITERAL.matcher(queries(major)).replaceAll("")));
    }

    private static SortedSet<String> columnsRead(int major) {
        return matches(WORD, queries(major));
    }

    private static String queries(int major) {
        return KindLibrary.bundled().forMajor(major).stream()
                .filter(file -> !file.kind().name().equals(UNMODELED))
                .map(file -> COMMENT.matcher(file.sql()).replaceAll(""))
                .collect(Collectors.joining("\n"));
    }

    private static SortedSet<String> shownBy(SortedSet<String> names) {
        SortedSet<String> shown = new TreeSet<>(names);
        VIEWS.forEach((catalog, view) -> {
            if (names.contains(view)) {
                shown.add(catalog);
            }
        });
        return shown;
    }

    private static SortedSet<String> names(String sql) {
        return matches(NAME, sql);
    }

    private static SortedSet<String> matches(Pattern word, String sql) {
        return word.matcher(sql).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String fingerprint() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CoverageTest.class.getResourceAsStream("fingerprint.sql"), "fingerprint.sql")) {
            return COMMENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("");
        }
    }
}
