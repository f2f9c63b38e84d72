package io.evenkeel.collector;

import io.evenkeel.collector.publish.OtherServer;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Counting;
import io.evenkeel.collector.read.ReadingOptions;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.collector.read.Timeouts;
import io.evenkeel.collector.read.UnusableUrlException;
import io.evenkeel.collector.redact.Definitions;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.collector.schedule.Schedule;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.runtime.settings.Globs;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One environment's part of the settings, under {@code environments.<name>}:
 *
 * <ul>
 *   <li>{@code url}: a libpq URI, required
 *   <li>{@code user}: instead of the URI's
 *   <li>{@code password}: usually {@code ${file:/path}} or {@code ${env:NAME}}; or {@code password-file}: a file that holds
 *       nothing else. A file is read again for each connection. Without either: the URI's, the service file's, PGPASSWORD,
 *       {@code .pgpass}, in this order
 *   <li>{@code probe-interval} (250ms), {@code full-interval} (5m), {@code heartbeat-interval} (10s)
 *   <li>{@code connect-timeout} (10s or the URI's connect_timeout), {@code statement-timeout} (10s; for one kind)
 *   <li>{@code excess-rights} (warn): of a role that may do more than reading a catalog needs; or refuse to use it
 *   <li>{@code definitions}: {@code text}, without the secrets that are recognised in it, or {@code hash-only}: of bodies,
 *       defaults and expressions only keyed hashes and sizes leave the collector (text)
 *   <li>{@code profile} (auto): the platform that hosts it, or none; {@code platform} (summarise): whether what the
 *       platform owns is summarised, or compared as if it were the user's (compare)
 *   <li>{@code roles}: other names for roles, by the names that they have here; {@code cluster} (true): whether to read what
 *       all databases of the server share
 *   <li>{@code row-counts}: tables such as {@code public.plans} or {@code reference.*} whose rows are counted instead of
 *       estimated; {@code row-count-interval} (1h): how long a count is good enough
 *   <li>{@code schemas}, {@code kinds}: what of them to read, by {@code include} and {@code exclude}, lists of names in which
 *       {@code *} stands for any text (everything)
 *   <li>{@code attribution} (true): whether to ask the witness in the database ({@code deploy/sql/ddl-witness.sql}), if there
 *       is one, who changed what
 *   <li>{@code other-server} (hold): whether an environment under whose name another server or database answers than before
 *       is unknown until somebody accepts that, or goes on (accept)
 * </ul>
 */
public record EnvironmentSettings(
        Environment environment,
        ConnectionSettings connection,
        Schedule schedule,
        Definitions definitions,
        Selection selection,
        Counting counting,
        boolean refusingExcess,
        boolean attributing,
        OtherServer otherServer) {
    /** Empty if a problem was noted. */
    static Optional<EnvironmentSettings> from(String name, Section section) {
        Optional<Environment> environment = environment(name, section);
        Schedule schedule = schedule(section);
        Definitions definitions = definitions(section);
        Selection selection = SelectionSettings.from(section);
        Counting counting = counting(section);
        boolean refusing = refusing(section);
        boolean attributing = section.truth("attribution", true);
        OtherServer otherServer = otherServer(section);
        Optional<ConnectionSettings> connection =
                connection(section).map(settings -> settings.calledUnlessNamed("evenkeel/" + name));
        return environment.flatMap(named -> connection.map(reached -> new EnvironmentSettings(
                named, reached, schedule, definitions, selection, counting, refusing, attributing, otherServer)));
    }

    /** How the environment is read. */
    public ReadingOptions reading(RedactionKey key) {
        return ReadingOptions.under(key)
                .withDefinitions(definitions)
                .withSelection(selection)
                .withCounting(counting)
                .refusingExcess(refusingExcess)
                .attributing(attributing);
    }

    private static boolean refusing(Section section) {
        String word = section.text("excess-rights", "warn");
        if (!word.equals("warn") && !word.equals("refuse")) {
            section.problem("excess-rights", "warn or refuse", "'" + word + "'", "");
        }
        return word.equals("refuse");
    }

    private static Optional<Environment> environment(String name, Section section) {
        try {
            return Optional.of(new Environment(name));
        } catch (IllegalArgumentException unusable) {
            section.problem(
                    "url", "an environment called with 1 to 63 of a-z, 0-9 and -", "'" + name + "'", "rename it");
            return Optional.empty();
        }
    }

    private static Schedule schedule(Section section) {
        return new Schedule(
                section.duration(
                        "probe-interval", Schedule.DEFAULT.probe(), Duration.ofMillis(50), Duration.ofMinutes(5)),
                section.duration("full-interval", Schedule.DEFAULT.full(), Duration.ofSeconds(5), Duration.ofDays(1)),
                section.duration(
                        "heartbeat-interval",
                        Schedule.DEFAULT.heartbeat(),
                        Duration.ofSeconds(1),
                        Duration.ofHours(1)));
    }

    private static Definitions definitions(Section section) {
        String word = section.text("definitions", "text");
        return switch (word) {
            case "text" -> Definitions.TEXT;
            case "hash-only" -> Definitions.HASH_ONLY;
            default -> {
                section.problem("definitions", "text or hash-only", "'" + word + "'", "");
                yield Definitions.TEXT;
            }
        };
    }

    private static Counting counting(Section section) {
        return new Counting(
                Globs.of(section.texts("row-counts")),
                section.duration(
                        "row-count-interval", Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofDays(30)));
    }

    private static OtherServer otherServer(Section section) {
        String word = section.text("other-server", "hold");
        return switch (word) {
            case "hold" -> OtherServer.HOLD;
            case "accept" -> OtherServer.ACCEPT;
            default -> {
                section.problem("other-server", "hold or accept", "'" + word + "'", "");
                yield OtherServer.HOLD;
            }
        };
    }

    private static Optional<ConnectionSettings> connection(Section section) {
        String url = section.requiredText("url");
        Optional<String> user = section.text("user");
        Optional<Secret> password = password(section);
        Optional<ConnectionSettings> parsed = parse(section, url, password);
        Timeouts usual = parsed.map(ConnectionSettings::timeouts).orElse(Timeouts.DEFAULT);
        Timeouts timeouts = new Timeouts(
                section.duration("connect-timeout", usual.connect(), Duration.ofSeconds(1), Duration.ofMinutes(10)),
                section.duration(
                        "statement-timeout", usual.statement(), Duration.ofMillis(100), Duration.ofMinutes(10)));
        Optional<Path> file = section.path("password-file").or(() -> section.fileOf("password"));
        return parsed.map(settings -> settings.within(timeouts))
                .map(settings ->
                        user.map(role -> settings.as(role, settings.password())).orElse(settings))
                .map(settings -> file.map(settings::withPasswordFile).orElse(settings));
    }

    private static Optional<ConnectionSettings> parse(Section section, String url, Optional<Secret> password) {
        if (url.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConnectionSettings.parse(url, password));
        } catch (UnusableUrlException unusable) {
            section.problem("url", unusable.expected(), unusable.found(), unusable.remedy());
            return Optional.empty();
        }
    }

    private static Optional<Secret> password(Section section) {
        Optional<Secret> password = section.secret("password");
        Optional<Path> file = section.path("password-file");
        if (password.isPresent() && file.isPresent()) {
            section.problem("password-file", "password or password-file", "both", "remove one");
        }
        return password.or(() -> file.flatMap(path -> read(section, path)));
    }

    private static Optional<Secret> read(Section section, Path file) {
        try {
            return Optional.of(new Secret(Files.readString(file).strip()));
        } catch (IOException unreadable) {
            section.problem(
                    "password-file",
                    "a file that can be read",
                    "'" + file + "' (" + unreadable.getClass().getSimpleName() + ")",
                    "");
            return Optional.empty();
        }
    }
}
