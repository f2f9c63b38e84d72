package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.SettingsException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Making and ending rules over HTTP, for who has the token. A page of somebody else cannot: a browser sends neither this
 * header nor this content type for it without asking first, and the answer to that question is no.
 */
public final class RuleRoutes {
    private static final String PATH = "/api/v1/rules";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_NAME = 100;

    /**
     * What the body of a request says.
     *
     * @param by who asks
     */
    private record Made(String by, List<Object> rules) {}

    private final Optional<Secret> token;
    private final RuleDesk desk;

    /** @param token without one nobody may */
    public RuleRoutes(Optional<Secret> token, RuleDesk desk) {
        this.token = token;
        this.desk = desk;
    }

    /** Adds the routes to a server. */
    public void add(JavalinConfig config) {
        config.routes.post(PATH, this::make);
        config.routes.delete(PATH + "/{name}", this::end);
    }

    private void make(Context context) {
        if (!allowed(context)) {
            return;
        }
        if (!"application/json".equals(context.contentType())) {
            answer(context, 415, "error", "expected the content type application/json");
            return;
        }
        try {
            Made made = Json.read(context.bodyAsBytes(), Made.class);
            if (made.rules().isEmpty()) {
                answer(context, 400, "error", "rules: expected at least one rule, found none");
            } else if (author(context, made.by())) {
                desk.record(made.by(), new String(Json.bytes(Map.of("rules", made.rules())), StandardCharsets.UTF_8));
                answer(context, 201, "made", String.valueOf(made.rules().size()));
            }
        } catch (MalformedRecordException malformed) {
            answer(context, 400, "error", "expected {\"by\": \"who\", \"rules\": [...]}, found something else");
        } catch (SettingsException wrong) {
            answer(context, 400, "error", String.valueOf(wrong.getMessage()));
        }
    }

    private void end(Context context) {
        String by = Optional.ofNullable(context.queryParam("by")).orElse("");
        if (!allowed(context) || !author(context, by)) {
            return;
        }
        String name = context.pathParam("name");
        if (desk.withdraw(by, name)) {
            answer(context, 200, "ended", Visible.line(name, LONGEST_NAME));
        } else {
            answer(context, 404, "error", "no rule of that name was made here: rules in files end in their files");
        }
    }

    private static boolean author(Context context, String by) {
        boolean named = !by.isBlank() && by.length() <= LONGEST_NAME;
        if (!named) {
            answer(context, 400, "error", "by: expected who makes or ends the rule, in 1 to 100 characters");
        }
        return named;
    }

    /** Answers the request if it is not. */
    private boolean allowed(Context context) {
        if (token.isEmpty()) {
            answer(context, 403, "error", "rules cannot be made here: set alerter.write-token");
            return false;
        }
        String given = Optional.ofNullable(context.header("Authorization")).orElse("");
        boolean right =
                MessageDigest.isEqual(bytes(given), bytes(BEARER + token.get().reveal()));
        if (!right) {
            context.header("WWW-Authenticate", "Bearer");
            answer(context, 401, "error", "expected the header 'Authorization: Bearer <alerter.write-token>'");
        }
        return right;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(Context context, int status, String key, String text) {
        context.status(status).contentType("application/json").result(Json.bytes(Map.of(key, text)));
    }
}
