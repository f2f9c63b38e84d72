package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The one-of-everything database, and readings of test databases. */
public final class Corpus {
    private static final List<Integer> MAJORS = List.of(14, 15, 17, 18);
    private static final List<String> ROLES = List.of("app_reader", "app_writer", "\"Odd.Role\"");

    static final ReadingOptions READING = ReadingOptions.under(RedactionKey.random());

    private Corpus() {}

    /** Fills the database with one of everything that its major knows. */
    static void fill(Database database, int major) {
        ROLES.forEach(role -> database.execute(
                "DO $$ BEGIN CREATE ROLE " + role + " NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"));
        database.execute(text("/corpus/everything.sql"));
        MAJORS.stream()
                .filter(since -> since <= major)
                .forEach(since -> database.execute(text("/corpus/everything.pg" + since + ".sql")));
    }

    static String text(String name) {
        try (InputStream in = Corpus.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ConnectionSettings settings(Database database) {
        return settings(database, new PostgresFixture.Role(database.user(), database.password()));
    }

    public static ConnectionSettings settings(Database database, PostgresFixture.Role role) {
        return ConnectionSettings.parse(
                "postgresql://" + role.name() + "@" + database.host() + ":" + database.port() + "/" + database.name(),
                Optional.of(new Secret(role.password())));
    }

    static Reading.Complete read(ConnectionSettings settings) {
        return complete(CatalogReader.once(settings, KindLibrary.bundled(), READING, InstantSource.system()));
    }

    static Reading.Complete complete(Reading reading) {
        return switch (reading) {
            case Reading.Complete complete -> complete;
            case Reading.Failed failed ->
                throw new AssertionError(failed.failure().detail());
        };
    }
}
