package io.evenkeel.systemtest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements by chance, from a seed: the comparison says what a model of them predicts, no more and no less. */
final class RandomDdlTest {
    private static final int STATEMENTS = 300;
    private static final int A_COMPARISON = 20;

    @ParameterizedTest
    @CsvSource({"13, 1", "15, 2", "17, 3", "17, 4", "18, 5"})
    void comparisonSaysWhatTheModelPredicts(int major, long seed) {
        PostgresFixture postgres = PostgresFixture.of(major);
        Model model = new Model();
        RandomDdl ddl = new RandomDdl(seed, model, postgres.createRole().name());
        try (Database database = postgres.createDatabase()) {
            database.execute("CREATE SCHEMA shop");
            Model before = model.copy();
            Readings.Catalog baseline = Readings.of(database);
            List<String> ran = new ArrayList<>();
            for (int statement = 1; statement <= STATEMENTS; statement++) {
                ran.add(ddl.next().sql());
                database.execute(ran.getLast());
                if (statement % A_COMPARISON == 0) {
                    Readings.Catalog now = Readings.of(database);
                    assertThat(baseline.changesTo(now).stream()
                                    .map(change -> change.change().word() + " " + change.key())
                                    .collect(Collectors.toSet()))
                            .as(() -> String.join(";\n", ran))
                            .isEqualTo(before.changesTo(model));
                    baseline = now;
                    before = model.copy();
                    ran.clear();
                }
            }
        }
    }
}
