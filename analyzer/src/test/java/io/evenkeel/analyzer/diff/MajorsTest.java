package io.evenkeel.analyzer.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What all majors print of the same definitions. */
class MajorsTest {
    private static final List<Integer> MAJORS = List.of(13, 14, 15, 16, 17, 18);
    private static final Pattern SINCE = Pattern.compile(" -- since ([0-9]+)$");
    /** In 13 these are calls whose arguments have other types, so that the text around them has other casts. */
    private static final Set<String> OTHER_TYPES_IN_13 =
            Set.of("con app.item c_extract", "conexpr app.item c_extract", "view v_extract_cmp", "view v_overlaps");

    private static final Map<Integer, Map<String, String>> PRINTED = new TreeMap<>();

    @BeforeAll
    static void print() throws Exception {
        for (int major : MAJORS) {
            PRINTED.put(major, printed(major));
        }
    }

    private static Map<String, String> printed(int major) throws IOException, SQLException {
        Map<String, String> texts = new TreeMap<>();
        try (Database database = PostgresFixture.of(major).createDatabase();
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            for (String line : lines("definitions.sql", major)) {
                statement.execute(line);
            }
            statement.execute("SET search_path = ''");
            ResultSet rows = statement.executeQuery(String.join("\n", lines("print.sql", major)));
            while (rows.next()) {
                texts.put(rows.getString("name"), rows.getString("text"));
            }
        }
        return texts;
    }

    private static Map<String, String> texts(int major) {
        return Objects.requireNonNull(PRINTED.get(major));
    }

    private static List<String> lines(String name, int major) throws IOException {
        try (InputStream in = MajorsTest.class.getResourceAsStream("/majors/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .filter(line -> {
                        Matcher since = SINCE.matcher(line);
                        return !since.find() || Integer.parseInt(since.group(1)) <= major;
                    })
                    .toList();
        }
    }

    @Test
    void everyTextOfEveryMajorHasTheSameCanonicalForm() {
        for (int one : MAJORS) {
            for (int other : MAJORS) {
                Set<String> left = new TreeSet<>();
                PrintedSql printed = PrintedSql.between(Optional.of(one), Optional.of(other));
                texts(one).forEach((name, text) -> {
                    String theirs = texts(other).get(name);
                    if (theirs != null && !printed.same(text, theirs)) {
                        left.add(name);
                    }
                });
                boolean one13 = (one == 13) != (other == 13);
                assertThat(left).as(one + " against " + other).isEqualTo(one13 ? OTHER_TYPES_IN_13 : Set.of());
            }
        }
    }

    @Test
    void majorsDifferInTheirWordsAtAll() {
        assertThat(texts(15).get("view v_simple")).isNotEqualTo(texts(16).get("view v_simple"));
        assertThat(texts(13)).hasSizeGreaterThan(250);
    }

    @Test
    void oneChangedTokenIsNeverTheSame() {
        for (int major : List.of(13, 15, 18)) {
            for (int other : List.of(13, 16)) {
                PrintedSql printed = PrintedSql.between(Optional.of(major), Optional.of(other));
                texts(major)
                        .forEach((name, text) -> assertThat(Mutations.of(text))
                                .as("%s of %d against %d", name, major, other)
                                .noneMatch(mutation -> printed.same(text, mutation)));
            }
        }
    }
}
