package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As large as PostgreSQL lets things be; what of it fits in a record is decided later, in {@code publish.Oversize}. */
final class LargeThingsTest {
    private static final int MOST_COLUMNS = 1_600;
    private static final int BODY = 5_000_000;

    private static List<CatalogObject> of(Reading.Complete reading, String kind) {
        return reading.objects().values().stream()
                .filter(object -> object.key().kind().name().equals(kind))
                .toList();
    }

    @Test
    void areReadWhole() {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute(
                    IntStream.rangeClosed(1, MOST_COLUMNS)
                            .mapToObj(column -> "column_" + column + " integer DEFAULT " + column)
                            .collect(Collectors.joining(", ", "CREATE TABLE wide (", ")")),
                    "CREATE FUNCTION long() RETURNS text LANGUAGE sql AS $$ SELECT '" + "x".repeat(BODY) + "' $$");

            Reading.Complete reading = Corpus.read(Corpus.settings(database));

            assertThat(reading.unread()).isEmpty();
            assertThat(of(reading, "column"))
                    .hasSize(MOST_COLUMNS)
                    .anySatisfy(column ->
                            assertThat(column.compared().get("default")).isEqualTo(new Value.Text("1600")));
            assertThat(of(reading, "function"))
                    .singleElement()
                    .satisfies(function -> assertThat(String.valueOf(
                                    function.compared().get("body").json()))
                            .hasSizeGreaterThan(BODY));
        }
    }
}
