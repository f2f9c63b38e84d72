package io.evenkeel.benchmark;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Pulse;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.collector.read.ReadingOptions;
import io.evenkeel.collector.read.Refreshed;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.runtime.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The collector's reader in this process: what a warm one takes of the server and of itself. */
final class Readings implements AutoCloseable {
    private static final int WARMING = 3;
    private static final int PROBES = 1_000;
    private static final int LOOKS = 10;
    private static final KindLibrary LIBRARY = KindLibrary.bundled();

    private final EmbeddedPostgres server;
    private final String database;
    private final ServerCpu cpu;
    private final CatalogReader reader;
    private long objects;
    private int columns;

    Readings(EmbeddedPostgres server, String database) throws SQLException {
        this.server = server;
        this.database = database;
        this.cpu = ServerCpu.of(server);
        this.reader = new CatalogReader(
                ConnectionSettings.parse(
                        "postgresql://%s@%s:%d/%s".formatted(server.user(), server.host(), server.port(), database),
                        Optional.of(new Secret(server.password()))),
                LIBRARY,
                ReadingOptions.under(RedactionKey.of("benchmark".getBytes(StandardCharsets.UTF_8))),
                Clock.systemUTC());
    }

    /** The queries of a whole reading but those that are made for tables of migration tools. */
    static List<String> queries(int major) {
        return LIBRARY.forMajor(major).stream()
                .filter(file -> file.requires().isEmpty())
                .map(KindFile::sqlForAll)
                .toList();
    }

    long objects() {
        return objects;
    }

    Cost everything(int rounds) throws Exception {
        List<Cost> costs = new ArrayList<>();
        for (int round = 0; round < WARMING + rounds; round++) {
            Cost cost = Cost.here(cpu, 1, this::readAll);
            if (round >= WARMING) {
                costs.add(cost);
            }
        }
        return Cost.best(costs);
    }

    /** As a collector does every five minutes. */
    private void readAll() {
        take(reader.read());
    }

    private void take(Reading reading) {
        if (!(reading instanceof Reading.Complete complete)
                || !complete.unread().isEmpty()) {
            throw new IllegalStateException("expected a whole reading, found " + reading);
        }
        objects = complete.objects().size();
    }

    Cost probe() throws Exception {
        return Cost.best(List.of(
                Cost.here(cpu, PROBES, this::pulse),
                Cost.here(cpu, PROBES, this::pulse),
                Cost.here(cpu, PROBES, this::pulse)));
    }

    private void pulse() {
        if (reader.pulse() instanceof Pulse.Lost lost) {
            throw new IllegalStateException(lost.failure().detail());
        }
    }

    /** Rows of the application's were written, and the catalogs are looked at in vain. */
    Cost lookInVain() throws Exception {
        return looks("INSERT INTO s0.anchor DEFAULT VALUES", Refreshed.Unmoved.class);
    }

    Cost changedColumn() throws Exception {
        return looks("ALTER TABLE s1.t1 ADD COLUMN looked_%d text", Refreshed.Read.class);
    }

    private Cost looks(String sql, Class<? extends Refreshed> expected) throws Exception {
        List<Cost> costs = new ArrayList<>();
        for (int look = 0; look < WARMING + LOOKS; look++) {
            execute(sql.formatted(columns++));
            Cost cost = Cost.here(cpu, 1, () -> look(expected));
            if (look >= WARMING) {
                costs.add(cost);
            }
        }
        return Cost.best(costs);
    }

    private void look(Class<? extends Refreshed> expected) {
        Refreshed refreshed = reader.refresh();
        if (!expected.isInstance(refreshed)) {
            throw new IllegalStateException("expected " + expected.getSimpleName() + ", found " + refreshed);
        }
        if (refreshed instanceof Refreshed.Read read) {
            take(read.reading());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
