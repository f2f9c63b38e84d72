package io.evenkeel.alerter.notify.slack;

import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.http.Response;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Slack's Web API says in the body of a 200. */
record SlackAnswer(String error, Optional<SlackReference> reference, Optional<Duration> retryAfter) {
    private static final String NONE = "";
    private static final String UNREADABLE = "unreadable_answer";
    private static final Set<String> PASSING = Set.of(
            UNREADABLE,
            "accesslimited",
            "fatal_error",
            "internal_error",
            "ratelimited",
            "rate_limited",
            "request_timeout",
            "service_unavailable",
            "team_added_to_org");
    private static final Set<String> UNCHANGEABLE =
            Set.of("message_not_found", "edit_window_closed", "cant_update_message");

    static SlackAnswer of(Response response, Optional<Duration> retryAfter) {
        try {
            Map<?, ?> body = Json.read(response.body(), Map.class);
            boolean ok = Boolean.TRUE.equals(body.get("ok"));
            return new SlackAnswer(
                    ok ? NONE : word(text(body, "error")),
                    SlackReference.of(text(body, "channel"), text(body, "ts")),
                    retryAfter);
        } catch (MalformedRecordException malformed) {
            return new SlackAnswer(UNREADABLE, Optional.empty(), retryAfter);
        }
    }

    private static String text(Map<?, ?> body, String key) {
        return body.get(key) instanceof String text ? text : "";
    }

    /** Errors are words such as {@code invalid_auth}; anything else is not repeated to anybody. */
    private static String word(String error) {
        return error.matches("[a-z0-9_]{1,64}") ? error : UNREADABLE;
    }

    /** Whether the message is no longer there to be changed. */
    boolean gone() {
        return UNCHANGEABLE.contains(error);
    }

    Outcome outcome() {
        if (error.equals(NONE)) {
            return new Outcome.Delivered(reference.map(SlackReference::text));
        }
        String why = "Slack answered " + error;
        return PASSING.contains(error) ? new Outcome.RetryLater(why, retryAfter) : new Outcome.Refused(why);
    }
}
