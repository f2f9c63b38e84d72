package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.runtime.settings.SettingsException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making and ending rules over HTTP, for who has the token. */
record RuleRoutes(Gate gate, Desk desk) {
    private static final String PATH = "/api/v1/rules";

    /**
     * What the body of a request says.
     *
     * @param by who asks
     */
    private record Made(String by, List<Object> rules) {}

    void add(JavalinConfig config) {
        config.routes.post(PATH, this::make);
        config.routes.delete(PATH + "/{name}", this::end);
    }

    private void make(Context context) {
        if (!gate.allowsJson(context)) {
            return;
        }
        try {
            Made made = Json.read(context.bodyAsBytes(), Made.class);
            if (made.rules().isEmpty()) {
                Gate.answer(context, 400, "error", "rules: expected at least one rule, found none");
            } else if (Gate.author(context, made.by())) {
                desk.record(made.by(), new String(Json.bytes(Map.of("rules", made.rules())), StandardCharsets.UTF_8));
                Gate.answer(context, 201, "made", String.valueOf(made.rules().size()));
            }
        } catch (MalformedRecordException malformed) {
            Gate.answer(context, 400, "error", "expected {\"by\": \"who\", \"rules\": [...]}, found something else");
        } catch (SettingsException wrong) {
            Gate.answer(context, 400, "error", String.valueOf(wrong.getMessage()));
        }
    }

    private void end(Context context) {
        String by = Optional.ofNullable(context.queryParam("by")).orElse("");
        if (!gate.allows(context) || !Gate.author(context, by)) {
            return;
        }
        String name = context.pathParam("name");
        if (desk.withdraw(by, name)) {
            Gate.answer(context, 200, "ended", Visible.line(name, Gate.LONGEST_NAME));
        } else {
            Gate.answer(context, 404, "error", "no rule of that name was made here: rules in files end in their files");
        }
    }
}
