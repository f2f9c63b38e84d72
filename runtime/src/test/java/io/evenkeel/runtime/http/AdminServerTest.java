package io.evenkeel.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminServerTest {
    private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
    private final Meters meters = new Meters();
    private final AdminServer server = new AdminServer(
            new HttpSettings("127.0.0.1", 0),
            meters,
            List.of(new HealthCheck("audit", trouble::get)),
            config -> config.routes.get("/boom", context -> {
                throw new IllegalStateException("secret words");
            }));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        meters.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void readinessFollowsTheChecksAndSaysWhy() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        trouble.set(Optional.of("the audit database does not answer"));
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz?verbose").body()).contains("the audit database does not answer");
        assertThat(get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsComeInBothFormats() throws Exception {
        HttpResponse<String> metrics = get("/metrics");
        assertThat(metrics.body()).contains("# TYPE jvm_memory_used_bytes gauge");
        assertThat(metrics.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void aFailureTellsTheClientNothing() throws Exception {
        HttpResponse<String> failed = get("/boom");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("secret words").doesNotContain("at io.evenkeel");
        assertThat(failed.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void aBusyPortIsOneClearMessage() {
        try (AdminServer second =
                new AdminServer(new HttpSettings("127.0.0.1", server.port()), meters, List.of(), config -> {})) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(HttpSetupException.class)
                    .hasMessageContaining("127.0.0.1:" + server.port())
                    .hasMessageContaining("in use");
        }
    }
}
