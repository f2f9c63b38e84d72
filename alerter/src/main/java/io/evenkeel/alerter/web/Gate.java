package io.evenkeel.alerter.web;

import io.evenkeel.contract.wire.Json;
import io.evenkeel.runtime.settings.Secret;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * Lets those change something who have the token. A page of somebody else cannot: it does not know the token, and a
 * browser sends neither this header nor this content type for it without asking first, and the answer to that is no.
 *
 * @param token without one nobody may
 */
record Gate(Optional<Secret> token) {
    static final int LONGEST_NAME = 100;
    private static final String BEARER = "Bearer ";

    /** Whether it is the token. */
    boolean opens(String given) {
        return token.filter(secret -> MessageDigest.isEqual(bytes(given), bytes(secret.reveal())))
                .isPresent();
    }

    /** Answers the request if it is not allowed. */
    boolean allows(Context context) {
        if (token.isEmpty()) {
            answer(context, 403, "error", "nothing can be decided here: set alerter.write-token");
            return false;
        }
        String given = Optional.ofNullable(context.header("Authorization")).orElse("");
        boolean right = given.startsWith(BEARER) && opens(given.substring(BEARER.length()));
        if (!right) {
            context.header("WWW-Authenticate", "Bearer");
            answer(context, 401, "error", "expected the header 'Authorization: Bearer <alerter.write-token>'");
        }
        return right;
    }

    /** Answers the request if it is not allowed, or no JSON. */
    boolean allowsJson(Context context) {
        if (!allows(context)) {
            return false;
        }
        boolean json = "application/json".equals(context.contentType());
        if (!json) {
            answer(context, 415, "error", "expected the content type application/json");
        }
        return json;
    }

    /** Answers the request if it does not say who asks. */
    static boolean author(Context context, String by) {
        boolean named = isName(by);
        if (!named) {
            answer(context, 400, "error", "by: expected who decides this, in 1 to " + LONGEST_NAME + " characters");
        }
        return named;
    }

    static boolean isName(String by) {
        return !by.isBlank() && by.length() <= LONGEST_NAME;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void answer(Context context, int status, String key, String text) {
        context.status(status).contentType("application/json").result(Json.bytes(Map.of(key, text)));
    }
}
