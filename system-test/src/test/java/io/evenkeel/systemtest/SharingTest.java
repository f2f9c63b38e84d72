package io.evenkeel.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.KafkaFixture;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collectors as processes that share environments, one of which dies and one of which stalls. */
class SharingTest {
    private static final int PARTITIONS = 2;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration TAKEN_OVER = Duration.ofSeconds(15);
    private static final List<Environment> ENVIRONMENTS =
            IntStream.range(0, 8).mapToObj(i -> new Environment("e" + i)).toList();
    private static final Pattern SHARE = Pattern.compile("collects (\\d+) of " + ENVIRONMENTS.size() + " environments");

    private final String prefix = KafkaFixture.shared().uniquePrefix() + "sharing";
    private final CatalogTopics topics = new CatalogTopics(new KafkaClients(
            new KafkaSettings(KafkaFixture.shared().bootstrapServers(), prefix, PARTITIONS, (short) 1, Map.of())));

    @TempDir
    private Path directory;

    private EvenkeelProcess start(Database database) throws IOException {
        StringBuilder yaml =
                new StringBuilder("""
                kafka: {bootstrap-servers: '%s', topic-prefix: %s, replication-factor: 1, partitions: %d}
                collector: {share: true}
                redaction-key: 0123456789abcdef0123456789abcdef
                comparisons: [{baseline: e0, target: e1}]
                environments:
                """.formatted(KafkaFixture.shared().bootstrapServers(), prefix, PARTITIONS));
        ENVIRONMENTS.forEach(environment -> yaml.append("  %s: {url: 'postgresql://%s@%s:%d/%s'}\n"
                .formatted(environment, database.user(), database.host(), database.port(), database.name())));
        Path config = Files.writeString(directory.resolve("evenkeel.yaml"), yaml);
        return EvenkeelProcess.start(
                Map.of("PGPASSWORD", database.password()), "collect", "--verbose", "--config", config.toString());
    }

    /** How many environments it said last that it collects. */
    private static int share(EvenkeelProcess collector) throws IOException {
        return SHARE.matcher(collector.err())
                .results()
                .reduce((one, later) -> later)
                .map((MatchResult last) -> Integer.parseInt(last.group(1)))
                .orElse(0);
    }

    /** How often the column was published, by topic. */
    private Map<String, Integer> published(String column) {
        Map<String, Integer> times = new HashMap<>();
        for (CatalogTopics.Standing standing : topics.read(ENVIRONMENTS)) {
            if (standing.record() instanceof CatalogRecord.Present present
                    && present.object().key().toString().equals("column public.boat." + column)) {
                times.merge(standing.partition().topic(), 1, Integer::sum);
            }
        }
        return times;
    }

    private void awaitEverywhere(String column) {
        await().atMost(SOON).untilAsserted(() -> assertThat(published(column)).hasSize(ENVIRONMENTS.size()));
    }

    private void awaitAll(EvenkeelProcess collector) {
        await("takeover").atMost(TAKEN_OVER).until(() -> share(collector) == ENVIRONMENTS.size());
    }

    /** A fenced collector would show as an epoch that comes after a higher one. */
    private void assertThatNobodyWroteAfterItsSuccessor() {
        Map<TopicPartition, Long> newest = new HashMap<>();
        for (CatalogTopics.Standing standing : topics.read(ENVIRONMENTS)) {
            if (standing.record() instanceof CatalogRecord.Marked marked) {
                long epoch = marked.marker().epoch();
                assertThat(newest.getOrDefault(standing.partition(), 0L))
                        .as("%s", standing.partition())
                        .isLessThanOrEqualTo(epoch);
                newest.put(standing.partition(), epoch);
            }
        }
    }

    @Test
    void theDeadAreReplacedAndTheStalledComeBackWithoutAWord() throws Exception {
        try (Database database = PostgresFixture.of(17).createDatabase()) {
            database.execute("CREATE TABLE boat (id integer)");
            try (EvenkeelProcess first = start(database);
                    EvenkeelProcess second = start(database)) {
                await().atMost(SOON).untilAsserted(() -> {
                    assertThat(share(first)).as(first.err()).isPositive();
                    assertThat(share(second)).as(second.err()).isEqualTo(ENVIRONMENTS.size() - share(first));
                });
                awaitEverywhere("id");

                first.kill();
                database.execute("ALTER TABLE boat ADD COLUMN sails integer");
                awaitAll(second);
                awaitEverywhere("sails");

                try (EvenkeelProcess third = start(database)) {
                    await().atMost(SOON).until(() -> share(third) > 0 && share(second) < ENVIRONMENTS.size());
                    second.signal("STOP");
                    database.execute("ALTER TABLE boat ADD COLUMN rudder integer");
                    awaitAll(third);
                    awaitEverywhere("rudder");
                    second.signal("CONT");
                    await().atMost(SOON).until(() -> share(third) < ENVIRONMENTS.size());
                    database.execute("ALTER TABLE boat ADD COLUMN keel integer");
                    awaitEverywhere("keel");
                    assertThat(second.isAlive()).isTrue();
                }
            }
            for (String column : List.of("id", "sails", "rudder", "keel")) {
                assertThat(published(column).values()).as(column).containsOnly(1);
            }
            assertThatNobodyWroteAfterItsSuccessor();
        }
    }
}
