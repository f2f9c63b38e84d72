package io.evenkeel.collector.read;

import io.evenkeel.collector.profile.Profile;
import io.evenkeel.collector.query.IdentityColumns;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalog of one database over one connection, which it opens when needed and again after it broke. For one
 * thread at a time.
 */
public final class CatalogReader implements AutoCloseable {
    private static final int OLDEST = 13;
    // definitions fill the server process's cache (16 KB a table), which only the end of the connection gives back
    static final int OBJECTS_A_CONNECTION = 200_000;

    private interface Attempt<T> {
        T on(Session session) throws SQLException, InterruptedException;
    }

    private final ConnectionSettings settings;
    private final KindLibrary library;
    private final ReadingOptions options;
    private final InstantSource clock;
    private final LongSupplier monotonic;
    private final int objectsAConnection;
    private final SqlFaults faults;
    private final RowCounter rows;
    private final Optional<Witness> witness;
    private final Map<ObjectKind, IdentityColumns> identities = new HashMap<>();
    private Optional<Known> known = Optional.empty();
    private @Nullable Session session;
    private long readOnSession;

    /**
     * @param clock says when a reading was made; how long something is good for is measured by {@code System.nanoTime()}
     */
    public CatalogReader(
            ConnectionSettings settings, KindLibrary library, ReadingOptions options, InstantSource clock) {
        this(settings, library, options, clock, System::nanoTime, OBJECTS_A_CONNECTION);
    }

    CatalogReader(
            ConnectionSettings settings,
            KindLibrary library,
            ReadingOptions options,
            InstantSource clock,
            LongSupplier monotonic,
            int objectsAConnection) {
        this.monotonic = monotonic;
        this.objectsAConnection = objectsAConnection;
        this.settings = settings;
        this.library = library;
        this.options = options;
        this.clock = clock;
        this.faults = new SqlFaults(settings, options.redactor());
        this.rows = new RowCounter(options.counting(), settings.place(), options.redactor());
        this.witness = options.attributing()
                ? Optional.of(new Witness(settings.place(), options.redactor()))
                : Optional.empty();
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
        return tried(on -> readAll(on, System.nanoTime()), Reading.Failed::new);
    }

    /** Reads what moved since the last reading; everything if there was none, or if this may be another server. */
    public Refreshed refresh() {
        return tried(this::refresh, failure -> new Refreshed.Read(new Reading.Failed(failure)));
    }

    /** The next look reads everything. */
    public void forget() {
        known = Optional.empty();
        witness.ifPresent(Witness::forget);
    }

    private <T> T tried(Attempt<T> attempt, Function<Failure, T> otherwise) {
        try {
            return attempt.on(open());
        } catch (SQLException fault) {
            return otherwise.apply(failed(fault));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return otherwise.apply(new Failure(UnknownReason.ERROR, settings.place() + ": the reading was stopped"));
        }
    }

    /** Asks in one cheap statement whether anything can have changed. */
    public Pulse pulse() {
        try {
            Session on = open();
            return witness.isPresent() ? witness.get().pulse(on) : PulseQuery.run(on);
        } catch (SQLException fault) {
            return new Pulse.Lost(failed(fault));
        }
    }

    private Refreshed refresh(Session on) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        ServerIdentity server = ServerQuery.run(on);
        if (known.isEmpty() || !known.get().isOf(server)) {
            return new Refreshed.Read(readAll(on, start));
        }
        Known last = known.get();
        Marks marks = last.state().marks().next(on);
        long now = monotonic.getAsLong();
        if (!rows.isDue(now)
                && last.isStill(marks, Fingerprints.rows(on, last.state().relations()), now)) {
            known = Optional.of(last.at(marks, now));
            return new Refreshed.Unmoved(marks.snapshot(), since(start));
        }
        return new Refreshed.Read(read(on, server, Optional.of(last.state()), marks, start));
    }

    private Reading readAll(Session on, long start) throws SQLException, InterruptedException {
        ServerIdentity server = ServerQuery.run(on);
        if (server.major() < OLDEST) {
            return new Reading.Failed(new Failure(
                    UnknownReason.ERROR,
                    settings.place() + ": expected PostgreSQL " + OLDEST + " or later, found " + server.version()));
        }
        Optional<Failure> excess = options.refusing() ? faults.excess(server) : Optional.empty();
        if (excess.isPresent()) {
            return new Reading.Failed(excess.get());
        }
        return read(on, server, Optional.empty(), Marks.read(on), start);
    }

    private Reading read(Session on, ServerIdentity server, Optional<State> from, Marks marks, long start)
            throws SQLException, InterruptedException {
        KindReader kinds = new KindReader(
                on,
                server.role(),
                options,
                identities,
                known.map(Known::validated).orElse(Map.of()),
                Amount.of(marks));
        Rounds rounds = new Rounds(on, kinds, () -> Plan.of(on, library, options.selection(), server.major()));
        long now = monotonic.getAsLong();
        boolean unseen =
                from.isEmpty() || known.filter(last -> !last.isUnseenDue(now)).isEmpty();
        Optional<Rounds.Outcome> outcome = rounds.run(
                from,
                marks,
                unseen,
                known.filter(last -> last.isOf(server) && last.isRecent(now)).map(Known::validated));
        if (outcome.isEmpty()) {
            return new Reading.Failed(new Failure(
                    UnknownReason.CONCURRENT_DDL,
                    settings.place()
                            + ": roles, schemas or too much else changed in every one of several readings; it is"
                            + " tried again by itself"));
        }
        long readAt = unseen ? now : known.map(Known::readAt).orElse(now);
        known = Optional.of(Known.of(outcome.get(), server, now, readAt, known));
        Plan plan = outcome.get().state().plan();
        Reading.Complete complete = Assembly.complete(
                outcome.get(),
                plan,
                plan.facts(identities),
                server.on(plan.profile().map(Profile::name)),
                clock.instant(),
                since(start));
        Reading.Complete counted = rows.count(on, complete, now);
        Reading.Complete witnessed = witness.isPresent() ? witness.get().testify(on, counted) : counted;
        recycle(kinds.count());
        return witnessed;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Gives back what reading took of the server. */
    private void recycle(int objects) {
        readOnSession += objects;
        if (readOnSession > objectsAConnection) {
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
            // another server may answer next
            forget();
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
