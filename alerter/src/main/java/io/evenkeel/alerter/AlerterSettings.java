package io.evenkeel.alerter;

import io.evenkeel.alerter.audit.Subscription;
import io.evenkeel.alerter.deliver.Receiver;
import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.report.Scope;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.runtime.http.HttpSettings;
import io.evenkeel.runtime.settings.Section;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the alerter needs to know.
 *
 * @param http {@code alerter.listen}: where console, API and metrics are served, {@code 127.0.0.1:9464} by default
 * @param console {@code alerter.console-url}: where people reach the console; notifications link to it
 * @param scope {@code environments}, {@code comparisons} and {@code alerter.stale-after} (60 s by default): an
 *     environment that was not heard of for longer is unknown
 * @param receivers {@code alerter.receivers}: by name; each has a {@code type}, a {@code min-severity} (warning by
 *     default) and what its type needs
 */
public record AlerterSettings(HttpSettings http, Optional<URI> console, Scope scope, List<Receiver> receivers) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Duration STALE_AFTER = Duration.ofSeconds(60);

    public AlerterSettings {
        receivers = List.copyOf(receivers);
    }

    public static AlerterSettings from(Section root) {
        Section alerter = root.section("alerter");
        Duration staleAfter = alerter.duration("stale-after", STALE_AFTER, Duration.ofSeconds(2), Duration.ofDays(7));
        return new AlerterSettings(
                HttpSettings.from(alerter, "listen", "127.0.0.1:9464"),
                console(alerter),
                new Scope(environments(root), comparisons(root), staleAfter),
                receivers(alerter));
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

    private static List<Receiver> receivers(Section alerter) {
        SortedMap<String, NotifierProvider> providers = new TreeMap<>();
        ServiceLoader.load(NotifierProvider.class, AlerterSettings.class.getClassLoader())
                .forEach(provider -> providers.put(provider.type(), provider));
        List<Receiver> receivers = new ArrayList<>();
        alerter.sections("receivers").forEach((name, section) -> {
            if (!NAME.matcher(name).matches()) {
                alerter.problem("receivers", "names of a-z, 0-9 and -", "'" + name + "'", "rename the receiver");
            }
            receiver(name, section, providers).ifPresent(receivers::add);
        });
        return receivers;
    }

    private static Optional<Receiver> receiver(String name, Section section, Map<String, NotifierProvider> providers) {
        Severity atLeast = severity(section);
        String type = section.requiredText("type");
        NotifierProvider provider = providers.get(type);
        if (provider == null) {
            if (!type.isEmpty()) {
                section.problem("type", "one of " + String.join(", ", providers.keySet()), "'" + type + "'", "");
            }
            return Optional.empty();
        }
        return Optional.of(new Receiver(new Subscription(name, atLeast), provider.read(section)));
    }

    private static Severity severity(Section section) {
        String word = section.text("min-severity", Severity.WARNING.word());
        try {
            return Severity.of(word);
        } catch (IllegalArgumentException unknown) {
            section.problem("min-severity", "critical, warning or info", "'" + word + "'", "");
            return Severity.WARNING;
        }
    }
}
