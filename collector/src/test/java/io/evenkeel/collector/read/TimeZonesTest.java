package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** The time zone of the collector's machine is given to the server at the login, and must not show in what is read. */
final class TimeZonesTest {
    @Test
    void everyTimeZoneReadsTheSame() {
        TimeZone before = TimeZone.getDefault();
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute("""
                    CREATE TABLE log (at timestamptz DEFAULT '2026-10-25 00:30:00+00', day date,
                        CHECK (at > '2026-03-29 01:30:00+00'));
                    CREATE TABLE log_2026 (at timestamptz) PARTITION BY RANGE (at);
                    CREATE TABLE log_spring PARTITION OF log_2026
                        FOR VALUES FROM ('2026-03-29 00:59:00+00') TO ('2026-10-25 01:01:00+00');
                    CREATE VIEW late AS SELECT at FROM log WHERE at > timestamptz '2026-10-25 00:30:00+00'
                    """);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            Map<ObjectKey, CatalogObject> utc =
                    Corpus.read(Corpus.settings(database)).objects();
            for (String zone : new String[] {"Europe/Lisbon", "Pacific/Apia", "Asia/Kathmandu"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(Corpus.read(Corpus.settings(database)).objects())
                        .as(zone)
                        .isEqualTo(utc);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
