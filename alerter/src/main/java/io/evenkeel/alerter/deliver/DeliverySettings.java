package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.runtime.settings.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom to tell, of what and when.
 *
 * @param receivers {@code alerter.receivers}: by name; each has a {@code type}, a {@code min-severity} (warning by
 *     default) and what its type needs
 * @param routes {@code alerter.routes}: a receiver that routes name is told what one of them matches; any other
 *     receiver is told everything
 * @param timing {@code alerter.grace} and {@code alerter.flapping}
 */
public record DeliverySettings(List<Receiver> receivers, List<Route> routes, Timing timing) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Duration LONGEST = Duration.ofDays(1);

    public DeliverySettings {
        receivers = List.copyOf(receivers);
        routes = List.copyOf(routes);
    }

    /** Reads them. */
    public static DeliverySettings from(Section alerter) {
        List<Receiver> receivers = receivers(alerter);
        Set<String> names = alerter.sections("receivers").keySet();
        List<Route> routes =
                alerter.list("routes").stream().map(each -> route(each, names)).toList();
        return new DeliverySettings(receivers, routes, timing(alerter));
    }

    private static List<Receiver> receivers(Section alerter) {
        SortedMap<String, NotifierProvider> providers = new TreeMap<>();
        ServiceLoader.load(NotifierProvider.class, DeliverySettings.class.getClassLoader())
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
        Severity atLeast = severity(section, Severity.WARNING);
        String type = section.requiredText("type");
        NotifierProvider provider = providers.get(type);
        if (provider == null) {
            if (!type.isEmpty()) {
                section.problem("type", "one of " + String.join(", ", providers.keySet()), "'" + type + "'", "");
            }
            return Optional.empty();
        }
        return Optional.of(new Receiver(name, atLeast, provider.read(section)));
    }

    private static Route route(Section section, Set<String> receivers) {
        Set<String> named = Set.copyOf(section.texts("receivers"));
        if (named.isEmpty() || !receivers.containsAll(named)) {
            section.problem(
                    "receivers",
                    "some of the receivers " + String.join(", ", receivers),
                    named.stream().sorted().collect(Collectors.joining(", ", "'", "'")),
                    "");
        }
        return new Route(
                Set.copyOf(section.texts("baseline")),
                Set.copyOf(section.texts("target")),
                Set.copyOf(section.texts("category")),
                Set.copyOf(section.texts("kind")),
                severity(section, Severity.INFO),
                named);
    }

    private static Severity severity(Section section, Severity fallback) {
        String word = section.text("min-severity", fallback.word());
        try {
            return Severity.of(word);
        } catch (IllegalArgumentException unknown) {
            section.problem("min-severity", "critical, warning or info", "'" + word + "'", "");
            return fallback;
        }
    }

    private static Timing timing(Section alerter) {
        Section grace = alerter.section("grace");
        SortedMap<Severity, Duration> bySeverity = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, grace.duration(severity.word(), Duration.ZERO, Duration.ZERO, LONGEST));
        }
        Section flapping = alerter.section("flapping");
        return new Timing(
                bySeverity,
                flapping.integer("opens", Timing.DEFAULT.flaps(), 2, 1000),
                flapping.duration("within", Timing.DEFAULT.flapsWithin(), Duration.ofSeconds(1), LONGEST));
    }
}
