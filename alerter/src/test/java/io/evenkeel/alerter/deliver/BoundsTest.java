package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.TopicFixture;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very many drifts in an alerter with a heap of 256 MB: {@code -Devenkeel.drifts=50000} for as many as promised. */
class BoundsTest {
    private static final int DRIFTS = Integer.getInteger("evenkeel.drifts", 3000);
    private static final int KINDS = 60;
    private static final int SERIES = 2000;

    @TempDir
    private Path directory;

    @Test
    void seriesMemoryAndScrapesDoNotGrowWithTheDrift() throws Exception {
        try (ProcessFixture alerters = new ProcessFixture(directory);
                HttpClient client = HttpClient.newHttpClient()) {
            ReceiverFixture webhook = alerters.webhook;
            Process alerter = alerters.start();
            try {
                marked(alerters.topics, Samples.STAGING);
                marked(alerters.topics, Samples.PRODUCTION);
                Instant start = Instant.now();
                for (int from = 0; from < DRIFTS; from += 1000) {
                    alerters.opened(IntStream.range(from, Math.min(DRIFTS, from + 1000))
                            .mapToObj(BoundsTest::one)
                            .toList());
                }
                HttpRequest scrape = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + alerters.port() + "/metrics"))
                        .build();
                await().atMost(Duration.ofMinutes(5))
                        .until(() -> sum(metrics(client, scrape), "evenkeel_drift_objects{") == DRIFTS
                                && alerters.nothingWaits()
                                && !webhook.requests().isEmpty());
                Duration took = Duration.between(start, Instant.now());

                List<Long> micros = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    long begin = System.nanoTime();
                    assertThat(metrics(client, scrape)).isNotEmpty();
                    micros.add((System.nanoTime() - begin) / 1000);
                }
                micros.sort(Long::compare);
                String text = metrics(client, scrape);
                long series = text.lines().filter(line -> !line.startsWith("#")).count();
                System.out.printf(
                        "%d open drifts: told after %d ms in %d messages, %d series, heap used %.0f MB, "
                                + "/metrics p50 %d us, p99 %d us%n",
                        DRIFTS,
                        took.toMillis(),
                        webhook.requests().size(),
                        series,
                        sum(text, "jvm_memory_used_bytes{area=\"heap\"") / 1e6,
                        micros.get(100),
                        micros.get(198));
                assertThat(series).isLessThan(SERIES);
                assertThat(webhook.requests()).hasSizeLessThanOrEqualTo(3 * (1 + (int) took.toMinutes()));
            } finally {
                alerter.destroyForcibly().waitFor();
            }
        }
    }

    private static void marked(TopicFixture topics, Environment environment) {
        KindDescriptor[] kinds = IntStream.range(0, KINDS)
                .mapToObj(i -> Drifts.kind("kind_" + i, "structure", i))
                .toArray(KindDescriptor[]::new);
        topics.send(
                topics.topics().catalog(environment),
                topics.codec.encode(Drifts.marker(environment, Instant.now(), 0, kinds)));
    }

    private static Drift one(int number) {
        List<AttributeDifference> attributes = IntStream.range(0, 5)
                .mapToObj(i -> Drifts.texts("attribute_" + i, "some text of the baseline", "another of the target"))
                .toList();
        return Drifts.drift(
                Severity.WARNING,
                Change.DIFFERENT,
                attributes,
                new TreeMap<>(),
                "kind_" + number % KINDS,
                "public",
                "a_table_of_" + number / 10,
                "object_" + number);
    }

    private static String metrics(HttpClient client, HttpRequest scrape) throws Exception {
        return client.send(scrape, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static double sum(String metrics, String start) {
        return metrics.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
