package io.evenkeel.alerter.notify.http;

import java.util.Map;
import java.util.Optional;

/**
 * What a receiver answered.
 *
 * @param headers by name in lower case, the last one of each name
 * @param body its beginning, if it was asked for
 */
public record Response(int status, Map<String, String> headers, byte[] body) {
    /** @param name in lower case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
