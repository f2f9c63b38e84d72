package io.evenkeel.cli;

import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks the API of a running alerter. */
final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final String url;

    ApiClient(String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    byte[] get(String path) throws InterruptedException {
        return send(request(path).GET().build());
    }

    /** Makes or ends something. */
    byte[] change(String method, String path, String token, byte[] json) throws InterruptedException {
        return send(request(path)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(json))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** A text as a part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException("--url: expected an address such as http://127.0.0.1:9464, found '" + url + "'");
        }
    }

    private byte[] send(HttpRequest request) throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() < REFUSED) {
                return answer.body();
            }
            String why = url + " answers " + answer.statusCode() + ": " + error(answer.body());
            throw answer.statusCode() < FAILED ? new UsageException(why) : new UnavailableException(why);
        } catch (IOException unreachable) {
            throw new UnavailableException(url + ": expected the API of a running alerter, found none ("
                    + unreachable.getClass().getSimpleName() + "); start it, or name another with --url");
        }
    }

    private static String error(byte[] body) {
        try {
            return Optional.ofNullable(Json.read(body, Map.class).get("error"))
                    .map(String::valueOf)
                    .orElse("no reason");
        } catch (MalformedRecordException other) {
            return new String(body, StandardCharsets.UTF_8).lines().findFirst().orElse("nothing");
        }
    }
}
