package io.evenkeel.alerter;

import io.evenkeel.alerter.deliver.DeliverySettings;
import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.report.Scope;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.runtime.http.HttpSettings;
import io.evenkeel.runtime.http.OtlpSettings;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the alerter needs to know.
 *
 * @param http {@code alerter.listen}: where console, API and metrics are served, {@code 127.0.0.1:9464} by default
 * @param console {@code alerter.console-url}: where people reach the console; notifications link to it
 * @param scope {@code environments}, {@code comparisons} and {@code alerter.stale-after} (60 s by default): an
 *     environment that was not heard of for longer is unknown
 * @param vital the same without {@code alerter.heartbeat.without}: nothing is thought dead because nobody hears of those
 * @param rules {@code alerter.rules}: files, and directories of files, with rules; none by default
 * @param writeToken {@code alerter.write-token}: who has it may make and end rules; without one nobody may
 * @param delivery {@code alerter.receivers}, {@code alerter.routes}, {@code alerter.grace} and {@code alerter.flapping}
 * @param heartbeat {@code alerter.heartbeat}: who is to notice when nothing is watched any more
 * @param objectSeries {@code alerter.object-series}: of how many open drifts, the worst first, metrics name the object; 0
 *     by default
 * @param holdInFlight {@code alerter.hold-in-flight}: how long, at most, what a migration makes that is under way is not
 *     told, 15 minutes by default; 0: no time
 * @param retention {@code audit.retention} (365 days by default): what is older leaves the audit trail, unless it is
 *     current or still to be told
 * @param otlp where metrics are sent to as well, if anywhere
 */
public record AlerterSettings(
        HttpSettings http,
        Optional<URI> console,
        Scope scope,
        Scope vital,
        List<Path> rules,
        Optional<Secret> writeToken,
        DeliverySettings delivery,
        Optional<HeartbeatSettings> heartbeat,
        int objectSeries,
        Duration holdInFlight,
        Duration retention,
        Optional<OtlpSettings> otlp) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int SHORTEST_TOKEN = 16;
    private static final int MOST_OBJECT_SERIES = 200;
    private static final Duration STALE_AFTER = Duration.ofSeconds(60);
    private static final Duration HOLD_IN_FLIGHT = Duration.ofMinutes(15);
    private static final Duration RETENTION = Duration.ofDays(365);

    public AlerterSettings {
        rules = List.copyOf(rules);
    }

    public static AlerterSettings from(Section root) {
        Section alerter = root.section("alerter");
        Duration staleAfter = alerter.duration("stale-after", STALE_AFTER, Duration.ofSeconds(2), Duration.ofDays(7));
        Scope scope = new Scope(environments(root), comparisons(root), staleAfter);
        return new AlerterSettings(
                HttpSettings.from(alerter, "listen", "127.0.0.1:9464"),
                console(alerter),
                scope,
                scope.without(HeartbeatSettings.without(alerter)::match),
                alerter.paths("rules"),
                writeToken(alerter),
                DeliverySettings.from(alerter),
                HeartbeatSettings.from(alerter),
                alerter.integer("object-series", 0, 0, MOST_OBJECT_SERIES),
                alerter.duration("hold-in-flight", HOLD_IN_FLIGHT, Duration.ZERO, Duration.ofDays(1)),
                root.section("audit").duration("retention", RETENTION, Duration.ofDays(1), Duration.ofDays(36_500)),
                OtlpSettings.from(root));
    }

    private static Optional<Secret> writeToken(Section alerter) {
        Optional<Secret> token = alerter.secret("write-token");
        if (token.filter(secret -> secret.reveal().length() < SHORTEST_TOKEN).isPresent()) {
            alerter.problem(
                    "write-token", "at least " + SHORTEST_TOKEN + " characters", "fewer", "try 'openssl rand -hex 32'");
        }
        return token;
    }

    private static Optional<URI> console(Section alerter) {
        Optional<String> text = alerter.text("console-url");
        Optional<URI> parsed = text.flatMap(Endpoints::parse);
        if (text.isPresent() && parsed.isEmpty()) {
            alerter.problem("console-url", "an address such as https://evenkeel.example", "something else", "");
        }
        return parsed;
    }

    /** Names that are not usable are told by the collector's settings and left out here. */
    private static Set<Environment> environments(Section root) {
        Set<Environment> environments = new LinkedHashSet<>();
        root.sections("environments").keySet().forEach(name -> environment(name).ifPresent(environments::add));
        return environments;
    }

    private static Optional<Environment> environment(String name) {
        return NAME.matcher(name).matches() ? Optional.of(new Environment(name)) : Optional.empty();
    }

    /** Pairs that are not usable are told by the analyzer's settings and left out here. */
    private static Set<Comparison> comparisons(Section root) {
        Set<Comparison> comparisons = new LinkedHashSet<>();
        for (Section each : root.list("comparisons")) {
            Optional<Environment> baseline = each.text("baseline").flatMap(AlerterSettings::environment);
            Optional<Environment> target = each.text("target").flatMap(AlerterSettings::environment);
            if (baseline.isPresent() && target.isPresent() && !baseline.equals(target)) {
                comparisons.add(new Comparison(baseline.get(), target.get()));
            }
        }
        return comparisons;
    }
}
