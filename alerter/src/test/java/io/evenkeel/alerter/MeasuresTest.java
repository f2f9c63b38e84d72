package io.evenkeel.alerter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.contract.Samples;
import io.evenkeel.runtime.kafka.OpenTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Metrics that come from the audit database and from Kafka. */
class MeasuresTest {
    @Test
    void catalogsAreMeasuredAndTheWorstDriftIsNamed() throws Exception {
        try (AlerterFixture alerter = new AlerterFixture("  object-series: 3\n")) {
            alerter.snapshot(Samples.STAGING, World.staging(), World.KINDS);
            alerter.snapshot(Samples.PRODUCTION, World.production(), World.KINDS);
            alerter.evaluated(World.drifts());
            await().until(() ->
                    alerter.service().report(Drifts.PRODUCTION).drift().size() > 3);

            String metrics = alerter.get("/metrics").body();
            assertThat(value(metrics, "evenkeel_migration_head_timestamp_seconds{environment=\"staging\"}"))
                    .as("a version of 15 digits holds no time")
                    .isEqualTo(seconds(2025, 11, 13, 14, 54, 29));
            assertThat(value(metrics, "evenkeel_migration_head_timestamp_seconds{environment=\"production\"}"))
                    .isEqualTo(seconds(2025, 11, 20, 0, 0, 0));
            assertThat(value(metrics, "evenkeel_snapshot_bytes{environment=\"staging\"}"))
                    .isBetween(500.0, 50_000.0);
            assertThat(metrics.lines().filter(line -> line.startsWith("evenkeel_object_drift{")))
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).contains("severity=\"critical\""));
            assertThat(value(metrics, "evenkeel_object_drift_omitted"))
                    .isEqualTo(
                            alerter.service().report(Drifts.PRODUCTION).drift().size() - 3);
        }
    }

    private static double value(String metrics, String series) {
        Matcher matcher =
                Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(metrics);
        assertThat(matcher.find()).as(series).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static double seconds(int year, int month, int day, int hour, int minute, int second) {
        return LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC);
    }

    @Test
    void aTransactionThatHangsShows() {
        try (TopicFixture topics = new TopicFixture(Set.of(Samples.STAGING));
                Producer<byte[], byte[]> hanging =
                        topics.clients().transactionalProducer("hanging", Duration.ofMinutes(1))) {
            String topic = topics.topics().events();
            OpenTransactions open = new OpenTransactions(topics.clients());
            hanging.initTransactions();
            hanging.beginTransaction();
            for (int i = 0; i < 3; i++) {
                assertThat(hanging.send(new ProducerRecord<>(topic, "x".getBytes(StandardCharsets.UTF_8))))
                        .isNotNull();
            }
            hanging.flush();

            assertThat(open.records(List.of(topic, "there-is-no-such-topic")))
                    .containsExactlyEntriesOf(Map.of(topic, 3L));
            hanging.abortTransaction();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> open.records(List.of(topic)).equals(Map.of(topic, 0L)));
        }
    }
}
