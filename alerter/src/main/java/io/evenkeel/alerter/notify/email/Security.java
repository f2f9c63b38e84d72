package io.evenkeel.alerter.notify.email;

import io.evenkeel.runtime.settings.Section;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a connection to a mail server is protected. */
enum Security {
    /** Begins in plain text, and goes on only when the server has changed to TLS. */
    STARTTLS(587),
    /** TLS from the first byte. */
    TLS(465),
    /** Plain text: for a relay on this machine or in a network of one's own. */
    NONE(25);

    private final int port;

    Security(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** As the settings spell it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Security read(Section receiver) {
        String word = receiver.text("security", "starttls");
        for (Security each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        String known = Stream.of(values()).map(Security::word).collect(Collectors.joining(", "));
        receiver.problem("security", "one of " + known, "'" + word + "'", "");
        return STARTTLS;
    }
}
