package io.evenkeel.runtime.http;

import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sends a process's metrics to an OpenTelemetry receiver, the same that are served to Prometheus. */
public final class OtlpExport implements Service {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NO_LONGER_OK = 300;

    private final Meters meters;
    private final OtlpSettings settings;
    private final String version;
    private final InstantSource clock;
    private final Instant since;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Loop loop;

    /** @param version of Evenkeel */
    public OtlpExport(Meters meters, OtlpSettings settings, String version, InstantSource clock) {
        this.meters = meters;
        this.settings = settings;
        this.version = version;
        this.clock = clock;
        this.since = clock.instant();
        this.loop = new Loop("otlp", settings.interval(), this::send);
    }

    private void send() throws IOException, InterruptedException {
        byte[] body = OtlpMetrics.request(meters.prometheus().scrape(), version, since, clock.instant())
                .toByteArray();
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.endpoint())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        settings.headers().forEach((name, value) -> request.header(name, value.reveal()));
        int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status < OK || status >= NO_LONGER_OK) {
            throw new IOException(settings.endpoint() + ": expected status 200, found " + status
                    + "; check otlp.endpoint and otlp.headers");
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble();
    }

    @Override
    public void close() {
        loop.close();
        client.close();
    }
}
