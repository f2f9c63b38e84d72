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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table of {@code pg_catalog} is read by a kind, or somebody has said here why not; a new one fails this test. */
final class CoverageTest {
    private static final Map<String, String> LEFT_OUT = Map.of(
            "pg_statistic", "what ANALYZE found in the data",
            "pg_statistic_ext_data", "what ANALYZE found in the data",
            "pg_largeobject", "data",
            "pg_largeobject_metadata", "owners and rights of single pieces of data",
            "pg_replication_origin", "how far replication has come",
            "pg_shdepend", "bookkeeping: who owns or may use what is read with each object");

    /** Closed to a role without rights: the view that shows what it may see. */
    private static final Map<String, String> VIEWS =
            Map.of("pg_authid", "pg_roles", "pg_user_mapping", "pg_user_mappings");

    private static final Map<String, String> NOT_FINGERPRINTED =
            Map.of("pg_parameter_acl", "servers before 15 have none; read by one statement and shown by nothing else");

    /** Names all catalogs only to find those it does not name. */
    private static final String UNMODELED = "unmodeled";

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("\\bpg_[a-z_]+\\b");

    static Stream<Integer> majors() {
        return IntStream.rangeClosed(13, 18).boxed();
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
        try (Database database = PostgresFixture.of(major).createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r'
                        """)) {
            SortedSet<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static SortedSet<String> readByKinds(int major) {
        SortedSet<String> names = new TreeSet<>();
        KindLibrary.bundled().forMajor(major).stream()
                .filter(file -> !file.kind().name().equals(UNMODELED))
                .map(file -> COMMENT.matcher(file.sql()).replaceAll(""))
                .map(sql -> LITERAL.matcher(sql).replaceAll(""))
                .forEach(sql -> names.addAll(names(sql)));
        return shownBy(names);
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
        return NAME.matcher(sql).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String fingerprint() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CoverageTest.class.getResourceAsStream("fingerprint.sql"), "fingerprint.sql")) {
            return COMMENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("");
        }
    }
}
