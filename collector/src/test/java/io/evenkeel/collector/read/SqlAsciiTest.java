package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that takes any bytes for text: names in Latin 1 beside names in UTF-8. */
final class SqlAsciiTest {
    private static final String TABLE = """
            DO $$ BEGIN EXECUTE format('CREATE TABLE %%I (%%1$I text DEFAULT %%L)',
                convert_from('%1$s', 'SQL_ASCII'), convert_from('%1$s', 'SQL_ASCII')); END $$
            """;

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void bytesThatAreNoTextAreReadAsTheyAre(int major) {
        try (Database database = PostgresFixture.of(major)
                .createDatabase("TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'")) {
            database.execute(TABLE.formatted("\\xe9"), TABLE.formatted("\\xc3a9"), TABLE.formatted("\\x61c3ff2c7b22"));

            Reading.Complete reading = Corpus.read(Corpus.settings(database));

            assertThat(reading.unread()).isEmpty();
            assertThat(reading.objects().values())
                    .filteredOn(object -> object.key().kind().name().equals("table"))
                    .extracting(CatalogObject::key)
                    .extracting(ObjectKey::identity)
                    .containsExactlyInAnyOrder(
                            List.of("public", "\uefe9"),
                            List.of("public", "\u00e9"),
                            List.of("public", "a\uefc3\uefff,{\""));
            assertThat(reading.objects().values())
                    .filteredOn(object -> object.key().kind().name().equals("column"))
                    .extracting(object -> object.compared().get("default"))
                    .contains(new Value.Text("'\uefe9'::text"));
        }
    }
}
