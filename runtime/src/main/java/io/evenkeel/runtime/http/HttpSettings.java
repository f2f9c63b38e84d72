package io.evenkeel.runtime.http;

import io.evenkeel.runtime.settings.Section;

/**
 * Where to listen.
 *
 * @param port 0: any free one
 */
public record HttpSettings(String host, int port) {
    private static final int MAX_PORT = 65_535;

    /** Reads {@code host:port} under the key. */
    public static HttpSettings from(Section section, String key, String fallback) {
        String text = section.text(key, fallback);
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port >= 0 && port <= MAX_PORT) {
                return new HttpSettings(text.substring(0, colon), port);
            }
        } catch (NumberFormatException notAPort) {
            // told below, together with the other ways in which this can be wrong
        }
        section.problem(key, "host:port such as 127.0.0.1:9464", "'" + text + "'", "");
        return new HttpSettings("127.0.0.1", 0);
    }
}
