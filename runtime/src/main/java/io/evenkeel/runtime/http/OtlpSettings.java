package io.evenkeel.runtime.http;

import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where metrics are sent to, besides being served.
 *
 * @param endpoint {@code otlp.endpoint}: an OpenTelemetry receiver over HTTP such as {@code http://collector:4318};
 *     {@code /v1/metrics} is added
 * @param interval {@code otlp.interval}, one minute by default
 * @param headers {@code otlp.headers}: names and values, such as {@code Authorization}
 */
public record OtlpSettings(URI endpoint, Duration interval, SortedMap<String, Secret> headers) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    public OtlpSettings {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** Empty without an endpoint. */
    public static Optional<OtlpSettings> from(Section root) {
        Section otlp = root.section("otlp");
        Duration interval = otlp.duration("interval", MINUTE, Duration.ofSeconds(1), Duration.ofHours(1));
        SortedMap<String, Secret> headers = new TreeMap<>();
        otlp.map("headers").forEach((name, value) -> headers.put(name, new Secret(value)));
        return otlp.text("endpoint")
                .flatMap(text -> endpoint(otlp, text))
                .map(endpoint -> new OtlpSettings(endpoint, interval, headers));
    }

    private static Optional<URI> endpoint(Section otlp, String text) {
        try {
            URI uri = URI.create(text.replaceFirst("/+$", "") + "/v1/metrics");
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // told below, together with the other ways in which this can be wrong
        }
        otlp.problem("endpoint", "an address such as http://localhost:4318", "something else", "");
        return Optional.empty();
    }
}
