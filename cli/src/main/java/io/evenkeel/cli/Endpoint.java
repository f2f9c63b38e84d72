package io.evenkeel.cli;

import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.ReadingOptions;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One side of a one-shot comparison: a URL, or the name of an environment in the settings. */
record Endpoint(Environment environment, ConnectionSettings connection, ReadingOptions reading) {
    /** The same, read in another selection. */
    Endpoint selecting(UnaryOperator<Selection> other) {
        return new Endpoint(environment, connection, reading.withSelection(other.apply(reading.selection())));
    }

    /**
     * Finds out what the user means.
     *
     * @param name what the side is called if it is given by URL
     * @param key under which secrets are hashed; both sides need the same one
     * @param passwordFile wins over a password in the URL, in PGPASSWORD and in the settings
     */
    static Endpoint of(
            String name,
            String text,
            RedactionKey key,
            Optional<Path> passwordFile,
            Optional<EvenkeelSettings> settings) {
        Optional<Secret> password = passwordFile.map(file -> password(name, file));
        if (!text.contains(":")) {
            return named(name, text, key, password, settings);
        }
        try {
            return new Endpoint(
                    new Environment(name), ConnectionSettings.parse(text, password), ReadingOptions.under(key));
        } catch (IllegalArgumentException malformed) {
            throw new UsageException("--" + name + ": " + malformed.getMessage());
        }
    }

    private static Endpoint named(
            String option,
            String text,
            RedactionKey key,
            Optional<Secret> password,
            Optional<EvenkeelSettings> settings) {
        EvenkeelSettings found = settings.orElseThrow(() -> new UsageException("--" + option
                + ": expected a URL such as postgresql://user@host:5432/database, found '" + text
                + "'; to name an environment, give its settings with --config FILE"));
        return found.collector().environments().stream()
                .filter(environment -> environment.environment().name().equals(text))
                .findFirst()
                .map(environment -> new Endpoint(
                        environment.environment(),
                        password.map(secret -> environment
                                        .connection()
                                        .as(environment.connection().user(), Optional.of(secret)))
                                .orElseGet(environment::connection),
                        environment.reading(key)))
                .orElseThrow(() -> new UsageException("--" + option
                        + ": expected a URL or an environment of the settings ("
                        + String.join(
                                ", ",
                                found.collector().environments().stream()
                                        .map(environment ->
                                                environment.environment().name())
                                        .toList())
                        + "), found '" + text + "'"));
    }

    private static Secret password(String option, Path file) {
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UsageException("--" + option + "-password-file: expected a readable file, found " + file + " ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }
}
