package io.evenkeel.systemtest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.analyzer.compare.Result;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One of everything on servers of two majors, by the same statements. */
class MajorsTest {
    private static final Path EVERYTHING =
            Path.of(System.getProperty("evenkeel.root"), "collector/src/test/resources/corpus");
    private static final List<String> ROLES = List.of("app_reader", "app_writer", "\"Odd.Role\"");
    private static final List<Integer> ADDITIONS = List.of(14, 15, 17, 18);

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"13,14", "14,15", "15,16", "16,17", "17,18", "13,18"})
    void theSameSchemaIsInSync(int older, int newer) throws IOException {
        try (Database one = PostgresFixture.of(older).createDatabase();
                Database other = PostgresFixture.of(newer).createDatabase()) {
            fill(one, older);
            fill(other, older);
            Readings.Catalog old = Readings.of(one);
            Readings.Catalog young = Readings.of(other);

            check(old.comparedTo(young));
            check(young.comparedTo(old));
        }
    }

    private static void check(Result result) {
        assertThat(result.findings().stream().map(ExpectedChange::of))
                .filteredOn(change -> !ofAnotherTest(change))
                .isEmpty();
        // what migration tools did not write down is unknown between equal majors too
        assertThat(result.unknown().stream().filter(each -> each.reason() == UnknownReason.VERSION))
                .extracting(Unknown::sentence)
                .isEmpty();
    }

    /** The roles that other tests make on the servers which they share with this one. */
    private static boolean ofAnotherTest(ExpectedChange change) {
        return change.kind().equals("role")
                && change.key().identity().getFirst().startsWith("role_");
    }

    private static void fill(Database database, int level) throws IOException {
        ROLES.forEach(role -> database.execute(
                "DO $$ BEGIN CREATE ROLE " + role + " NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"));
        database.execute(Files.readString(EVERYTHING.resolve("everything.sql")));
        for (int since : ADDITIONS) {
            if (since <= level) {
                database.execute(Files.readString(EVERYTHING.resolve("everything.pg" + since + ".sql")));
            }
        }
    }
}
