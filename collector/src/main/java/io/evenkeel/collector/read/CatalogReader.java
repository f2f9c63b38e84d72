package io.evenkeel.collector.read;

import io.evenkeel.collector.profile.Profile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalog of one database over one connection, which it opens when needed and again after it broke. For one
 * thread at a time.
 */
public final class CatalogReader implements AutoCloseable {
    private static final int OLDEST = 13;
    // definitions fill the server process's cache (16 KB a table), which only the end of the connection gives back
    private static final int OBJECTS_A_CONNECTION = 200_000;
    private static final String PULSE = """
            SELECT pg_current_snapshot()::text, pg_postmaster_start_time()::text, pg_is_in_recovery()
            """;

    private final ConnectionSettings settings;
    private final KindLibrary library;
    private final ReadingOptions options;
    private final InstantSource clock;
    private final SqlFaults faults;
    private final RowCounter rows;
    private @Nullable Session session;
    private long readOnSession;

    public CatalogReader(
            ConnectionSettings settings, KindLibrary library, ReadingOptions options, InstantSource clock) {
        this.settings = settings;
        this.library = library;
        this.options = options;
        this.clock = clock;
        this.faults = new SqlFaults(settings, options.redactor());
        this.rows = new RowCounter(options.counting(), settings.place(), options.redactor());
    }

    /** One reading over a connection of its own. */
    public static Reading once(
            ConnectionSettings settings, KindLibrary library, ReadingOptions options, InstantSource clock) {
        try (CatalogReader reader = new CatalogReader(settings, library, options, clock)) {
            return reader.read();
        }
    }

    /** Reads everything; bounded in time by the settings' time limits. */
    public Reading read() {
        try {
            return counted(read(open()));
        } catch (SQLException fault) {
            return new Reading.Failed(failed(fault));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reading.Failed(new Failure(UnknownReason.ERROR, settings.place() + ": the reading was stopped"));
        }
    }

    /** Asks in one cheap statement whether anything can have changed. */
    public Pulse pulse() {
        try {
            return open().query(PULSE, rows -> {
                rows.next();
                return new Pulse.Beat(rows.getString(1), rows.getString(2), rows.getBoolean(3));
            });
        } catch (SQLException fault) {
            return new Pulse.Lost(failed(fault));
        }
    }

    private Reading read(Session on) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        ServerIdentity server = ServerQuery.run(on);
        if (server.major() < OLDEST) {
            return new Reading.Failed(new Failure(
                    UnknownReason.ERROR,
                    settings.place() + ": expected PostgreSQL " + OLDEST + " or later, found " + server.version()));
        }
        Plan plan = Plan.of(on, library, options.selection(), server.major());
        KindReader kinds = new KindReader(on, server.role(), options);
        Optional<Rounds.Outcome> outcome = new Rounds(on, kinds, plan.toRead(), plan::isPlatforms).run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (outcome.isEmpty()) {
            return new Reading.Failed(new Failure(
                    UnknownReason.CONCURRENT_DDL,
                    settings.place() + ": the catalog changed in every one of " + Rounds.MOST
                            + " readings; it is tried again by itself"));
        }
        Reading.Complete complete = Assembly.complete(
                outcome.get(),
                plan,
                plan.facts(kinds.identities()),
                server.on(plan.profile().map(Profile::name)),
                clock.instant(),
                took);
        recycle(complete.objects().size());
        return complete;
    }

    private Reading counted(Reading reading) throws SQLException {
        return reading instanceof Reading.Complete complete ? rows.count(open(), complete, clock.instant()) : reading;
    }

    private void recycle(int objects) {
        readOnSession += objects;
        if (readOnSession > OBJECTS_A_CONNECTION) {
            close();
        }
    }

    private Session open() throws SQLException {
        Session open = session;
        if (open == null) {
            open = Session.open(settings);
            session = open;
            readOnSession = 0;
        }
        return open;
    }

    private Failure failed(SQLException fault) {
        boolean connecting = session == null;
        if (SqlFaults.endsConnection(fault)) {
            close();
        }
        return faults.failure(fault, connecting);
    }

    @Override
    public void close() {
        Session open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }
}
