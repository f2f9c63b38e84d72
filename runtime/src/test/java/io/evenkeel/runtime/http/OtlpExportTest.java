package io.evenkeel.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsException;
import io.evenkeel.runtime.settings.SettingsFile;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpExportTest {
    private final List<ExportMetricsServiceRequest> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/metrics", exchange -> {
            received.add(ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody()));
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private static Optional<OtlpSettings> read(String yaml) {
        Section root = SettingsFile.parse("evenkeel.yaml", yaml, Map.of());
        Optional<OtlpSettings> settings = OtlpSettings.from(root);
        root.check();
        return settings;
    }

    private OtlpSettings settings() {
        return read("otlp: {endpoint: 'http://localhost:%d/', interval: 1s, headers: {Authorization: Bearer x}}"
                        .formatted(receiver.getAddress().getPort()))
                .orElseThrow();
    }

    private static StateSetSnapshot tide() {
        return StateSetSnapshot.builder()
                .name("tide")
                .dataPoint(StateSetSnapshot.StateSetDataPointSnapshot.builder()
                        .state("ebb", false)
                        .state("flood", true)
                        .build())
                .build();
    }

    private Metric metric(String name) {
        return received.getLast().getResourceMetrics(0).getScopeMetrics(0).getMetricsList().stream()
                .filter(metric -> metric.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everythingThatIsServedIsSent() {
        try (Meters meters = new Meters()) {
            meters.registry().counter("sails.set", "sail", "jib").increment(3);
            Timer.builder("tack")
                    .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(5))
                    .register(meters.registry())
                    .record(Duration.ofSeconds(2));
            meters.prometheus().register(OtlpExportTest::tide);
            try (OtlpExport export = new OtlpExport(meters, settings(), "1.2", InstantSource.system())) {
                export.start();
                await().until(() -> !received.isEmpty());
            }

            assertThat(authorizations).contains("Bearer x");
            assertThat(metric("sails_set").getSum().getIsMonotonic()).isTrue();
            assertThat(metric("sails_set").getSum().getDataPoints(0).getAsDouble())
                    .isEqualTo(3);
            assertThat(metric("sails_set")
                            .getSum()
                            .getDataPoints(0)
                            .getAttributes(0)
                            .getValue()
                            .getStringValue())
                    .isEqualTo("jib");
            assertThat(metric("tack_seconds").getHistogram().getDataPoints(0).getBucketCountsList())
                    .containsExactly(0L, 1L, 0L);
            assertThat(metric("tack_seconds").getHistogram().getDataPoints(0).getExplicitBoundsList())
                    .containsExactly(1.0, 5.0);
            assertThat(metric("tide").getGauge().getDataPointsList())
                    .extracting(point -> point.getAttributes(0).getValue().getStringValue() + " " + point.getAsDouble())
                    .containsExactly("ebb 0.0", "flood 1.0");
            assertThat(metric("jvm_memory_used_bytes").getGauge().getDataPointsList())
                    .isNotEmpty();
        }
    }

    @Test
    void aReceiverThatRefusesIsToldUntilItTakes() {
        status.set(401);
        try (Meters meters = new Meters();
                OtlpExport export = new OtlpExport(meters, settings(), "1.2", InstantSource.system())) {
            export.start();
            await().untilAsserted(() -> assertThat(export.trouble().orElse(""))
                    .contains("expected status 200, found 401")
                    .doesNotContain("Bearer"));
            status.set(200);
            await().until(() -> export.trouble().isEmpty());
        }
    }

    @Test
    void anEndpointIsAnAddress() {
        assertThat(read("otlp: {interval: 5s}")).isEmpty();
        assertThatThrownBy(() -> read("otlp: {endpoint: 'localhost:4317'}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("endpoint: expected an address such as http://localhost:4318");
    }
}
