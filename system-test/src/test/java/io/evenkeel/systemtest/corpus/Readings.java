package io.evenkeel.systemtest.corpus;

import io.evenkeel.analyzer.compare.Comparer;
import io.evenkeel.analyzer.compare.Result;
import io.evenkeel.analyzer.compare.Snapshot;
import io.evenkeel.analyzer.diff.Side;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.collector.read.ReadingOptions;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reads whole catalogs as the collector does, and compares them as the analyzer does. */
final class Readings {
    private static final KindLibrary LIBRARY = KindLibrary.bundled();
    private static final ReadingOptions OPTIONS = ReadingOptions.under(RedactionKey.random());

    private Readings() {}

    /** One whole reading. */
    record Catalog(Reading.Complete reading) {
        Result comparedTo(Catalog target) {
            return Comparer.compare(snapshot("baseline"), target.snapshot("target"), Tolerances.NONE);
        }

        /** What a comparison reports with this as the baseline. */
        List<ExpectedChange> changesTo(Catalog target) {
            return comparedTo(target).findings().stream()
                    .map(ExpectedChange::of)
                    .toList();
        }

        List<Unread> unread() {
            return reading.unread();
        }

        private Snapshot snapshot(String name) {
            return new Snapshot(
                    new Side(
                            new Environment(name),
                            reading.kinds(),
                            reading.unread(),
                            Optional.of(reading.server().major())),
                    List.copyOf(reading.objects().values()));
        }
    }

    static Catalog of(Database database) {
        return of(database, new PostgresFixture.Role(database.user(), database.password()));
    }

    static Catalog of(Database database, PostgresFixture.Role role) {
        return of(database.host(), database.port(), database.name(), role);
    }

    static Catalog of(String host, int port, String database, PostgresFixture.Role role) {
        ConnectionSettings settings = ConnectionSettings.parse(
                "postgresql://%s@%s:%d/%s".formatted(role.name(), host, port, database),
                Optional.of(new Secret(role.password())));
        return switch (CatalogReader.once(settings, LIBRARY, OPTIONS, InstantSource.system())) {
            case Reading.Complete complete -> new Catalog(complete);
            case Reading.Failed failed ->
                throw new AssertionError(failed.failure().detail());
        };
    }
}
