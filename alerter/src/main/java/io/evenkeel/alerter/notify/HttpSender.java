package io.evenkeel.alerter.notify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts to receivers and says what came of it. Bounded in time; what a receiver answers is not read beyond its headers,
 * redirects are not followed, and nothing but scheme and host of an address is ever told.
 */
public final class HttpSender implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration TOTAL = Duration.ofSeconds(10);
    private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429);

    private final Clock clock;
    private final Duration total;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public HttpSender(Clock clock) {
        this(clock, TOTAL);
    }

    HttpSender(Clock clock, Duration total) {
        this.clock = clock;
        this.total = total;
    }

    /** One POST. */
    public Outcome post(URI address, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(total).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return judge(address, response);
        } catch (HttpTimeoutException tooLate) {
            return new Outcome.RetryLater(
                    Endpoints.shown(address) + " did not answer within " + total.toSeconds() + " s", Optional.empty());
        } catch (IOException failed) {
            return new Outcome.RetryLater(
                    Endpoints.shown(address) + " cannot be reached: "
                            + failed.getClass().getSimpleName(),
                    Optional.empty());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.RetryLater("stopped while sending", Optional.empty());
        }
    }

    private Outcome judge(URI address, HttpResponse<?> response) {
        int status = response.statusCode();
        String answer = Endpoints.shown(address) + " answered " + status;
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        if (status >= 500 || TRANSIENT.contains(status)) {
            return new Outcome.RetryLater(
                    answer,
                    response.headers()
                            .firstValue("Retry-After")
                            .flatMap(header -> RetryAfter.parse(header, clock.instant())));
        }
        return new Outcome.Refused(
                status >= 300 && status < 400
                        ? answer + ": redirects are not followed, set the final address"
                        : answer);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
