package io.evenkeel.alerter;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Globs;
import io.evenkeel.runtime.settings.Section;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is to notice when nothing is watched any more.
 *
 * @param target {@code alerter.heartbeat.url}: a dead man's switch; {@code allow-private}, {@code ca-file}, {@code proxy}
 *     and {@code proxy-credentials} as receivers have them
 * @param interval {@code alerter.heartbeat.interval}, one minute by default
 */
public record HeartbeatSettings(Target target, Duration interval) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Environments that come and go, such as previews. */
    static Globs without(Section alerter) {
        return Globs.of(alerter.section("heartbeat").texts("without"));
    }

    /** Empty without a URL. */
    static Optional<HeartbeatSettings> from(Section alerter) {
        Section heartbeat = alerter.section("heartbeat");
        Duration interval = heartbeat.duration("interval", MINUTE, Duration.ofSeconds(1), Duration.ofHours(1));
        Network network = Network.read(heartbeat, false);
        return heartbeat.has("url")
                ? Optional.of(new HeartbeatSettings(Endpoints.one(heartbeat, "url", network), interval))
                : Optional.empty();
    }
}
