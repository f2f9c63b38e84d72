package io.evenkeel.alerter.notify;

import io.evenkeel.alerter.notify.http.Guard;
import io.evenkeel.alerter.notify.http.Response;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.alerter.notify.http.Transport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Posts to receivers and says what came of it. Bounded in time and size, redirects are not followed, and nothing but
 * scheme, host and port of an address is ever told.
 */
public final class HttpSender {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration TOTAL = Duration.ofSeconds(10);
    private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429);

    private final Clock clock;
    private final Transport transport;

    public HttpSender(Clock clock) {
        this(clock, new Guard(), TOTAL);
    }

    HttpSender(Clock clock, Guard guard, Duration total) {
        this.clock = clock;
        this.transport = new Transport(guard, CONNECT.compareTo(total) < 0 ? CONNECT : total, total);
    }

    /** One POST to a receiver that says everything by its status. */
    public Outcome post(Target target, Map<String, String> headers, byte[] body) {
        return post(target, headers, body, false, answer -> new Outcome.Delivered());
    }

    /** One POST to a receiver that says in the body what came of it; {@code judge} reads an answer of 2xx. */
    public Outcome post(Target target, Map<String, String> headers, byte[] body, Function<Response, Outcome> judge) {
        return post(target, headers, body, true, judge);
    }

    private Outcome post(
            Target target,
            Map<String, String> headers,
            byte[] body,
            boolean wantsBody,
            Function<Response, Outcome> judge) {
        try {
            Response response = transport.post(target, headers, body, wantsBody);
            boolean taken = response.status() >= 200 && response.status() < 300;
            return taken ? judge.apply(response) : refusal(target, response);
        } catch (IOException failed) {
            return Trouble.with(target.shown(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Trouble.stopped();
        }
    }

    private Outcome refusal(Target target, Response response) {
        int status = response.status();
        String answer = target.shown() + " answered " + status;
        if (status >= 500 || TRANSIENT.contains(status)) {
            return new Outcome.RetryLater(answer, retryAfter(response));
        }
        return new Outcome.Refused(
                status >= 300 && status < 400
                        ? answer + ": redirects are not followed, set the final address"
                        : answer);
    }

    /** How long the receiver wants to be left alone. */
    public Optional<Duration> retryAfter(Response response) {
        return response.header("retry-after").flatMap(header -> RetryAfter.parse(header, clock.instant()));
    }
}
