package io.evenkeel.alerter.notify;

import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Headers of requests. */
public final class Headers {
    private Headers() {}

    /** A body of that type, and {@code authorization} of the settings, which is sent as it is. */
    public static Map<String, String> of(String contentType, Optional<Secret> authorization) {
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", contentType));
        authorization.ifPresent(secret -> headers.put("Authorization", secret.reveal()));
        return headers;
    }

    /** A body of JSON. */
    public static Map<String, String> json(Optional<Secret> authorization) {
        return of("application/json", authorization);
    }

    /** A secret that goes into a header: one line of visible characters, or a problem. */
    public static Optional<Secret> secret(Section receiver, String key) {
        Optional<Secret> secret =
                receiver.secret(key).filter(value -> !value.reveal().isEmpty());
        boolean usable = secret.map(value -> value.reveal().chars().allMatch(c -> c >= ' ' && c <= '~'))
                .orElse(true);
        if (!usable) {
            receiver.problem(key, "one line of visible ASCII characters", "something else", "");
        }
        return usable ? secret : Optional.empty();
    }

    /** The same, or a problem. */
    public static Secret requiredSecret(Section receiver, String key) {
        Optional<Secret> secret = secret(receiver, key);
        if (secret.isEmpty()) {
            receiver.problem(key, "a secret such as ${file:/run/secrets/" + key + "}", "none that is usable", "set it");
        }
        return secret.orElse(new Secret(""));
    }
}
