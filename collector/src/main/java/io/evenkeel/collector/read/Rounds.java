package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.read.Marks.Place;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.Consistency;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Reads what moved, again and again, until nothing has moved from before the first to after the last.
 * {@code pg_get_viewdef} and its like look at the newest catalog whatever the transaction's snapshot is, so that only a
 * look before and after can tell.
 */
final class Rounds {
    private static final int MOST = 8;
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final int LONGEST = 3;

    /** Says by which plan to read; asked again when roles or schemas moved. */
    interface Planner {
        Plan plan() throws SQLException;
    }

    /** Reads all of a kind. */
    private interface Everything {
        KindResult read() throws SQLException;
    }

    /**
     * What came of it.
     *
     * @param state from which the next rounds may go on
     * @param results of all kinds, true together when the server was at {@code snapshot}; where the catalog kept moving,
     *     each is true for itself
     * @param stale what among them stays as it was in an earlier reading
     */
    record Outcome(
            State state,
            Map<KindFile, KindResult> results,
            Consistency consistency,
            String snapshot,
            Set<ObjectKey> stale) {}

    /** A look at the catalogs after they were read. */
    record Look(Marks marks, Set<Place> moved, boolean rowsMoved) {
        boolean unmoved() {
            return moved.isEmpty() && !rowsMoved;
        }
    }

    private final Session session;
    private final KindReader kinds;
    private final Planner planner;

    Rounds(Session session, KindReader kinds, Planner planner) {
        this.session = session;
        this.kinds = kinds;
        this.planner = planner;
    }

    /**
     * Goes on from {@code last}, or reads everything. What keeps moving is read kind by kind, and what is never still for so
     * long stays as it was {@code validated} last; empty if it cannot be told apart what moves.
     *
     * @param unseen whether to read again what no catalog shows
     */
    Optional<Outcome> run(
            Optional<State> last, Marks first, boolean unseen, Optional<Map<KindFile, KindResult>> validated)
            throws SQLException, InterruptedException {
        State state = catchUp(last, first, unseen);
        for (int round = 1; ; round++) {
            Look look = lookAgain(state);
            boolean unmoved = look.unmoved();
            if (unmoved && (state.settled() || round == MOST)) {
                return Optional.of(exact(state.at(look.marks())));
            }
            if (round == MOST) {
                return Restless.run(session, kinds, state, look, validated);
            }
            if (unmoved) {
                // somebody holds a lock
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis() << Math.min(round - 1, LONGEST));
            }
            state = catchUp(Optional.of(state), unmoved ? state.marks().next(session) : look.marks(), false);
        }
    }

    private static Outcome exact(State state) {
        return new Outcome(
                state, state.results(), Consistency.EXACT, state.marks().snapshot(), Set.of());
    }

    /**
     * The state as of {@code now}: what moved since is read, the rest stays.
     *
     * @param unseen whether to read again what no catalog shows
     */
    private State catchUp(Optional<State> last, Marks now, boolean unseen) throws SQLException {
        Reach reach = last.isEmpty()
                ? Reach.EVERYTHING
                : Reach.of(session, now.movedSince(last.get().marks()));
        Plan plan = last.isEmpty() || reach.everything()
                ? planner.plan()
                : last.get().plan();
        RelationSearch search = last.isEmpty() || reach.everything()
                ? RelationSearch.run(session, plan.toRead())
                : last.get().search().again(session, reach.relations());
        List<FoundRelation> relations = search.found(plan.toRead(), plan::isElses);
        Optional<Set<Long>> wanted = WantedRelations.run(session, plan);
        String rows = Fingerprints.rows(session, relations);
        boolean sameRows = last.filter(
                        state -> state.rows().equals(rows) && state.relations().equals(relations))
                .isPresent();
        Map<KindFile, KindResult> results = new LinkedHashMap<>();
        for (KindFile file : plan.toRead()) {
            Optional<KindResult> known =
                    last.flatMap(state -> Optional.ofNullable(state.results().get(file)));
            boolean rowsMoved = !file.requires().isEmpty() && (!sameRows || reach.touchesRelations());
            Everything whole = () -> seen(kinds.read(file, relations, wanted), now);
            results.put(
                    file,
                    rowsMoved || unseen && file.refresh().always()
                            ? whole.read()
                            : read(file, reach, known, now, whole));
        }
        return new State(now, plan, search, relations, rows, results);
    }

    private KindResult read(KindFile file, Reach reach, Optional<KindResult> known, Marks now, Everything whole)
            throws SQLException {
        if (!(known.orElse(null) instanceof KindResult.Objects objects)) {
            return whole.read();
        }
        return switch (reach.movedOf(file)) {
            case Reach.Again.Nothing nothing -> objects;
            case Reach.Again.Whole again -> whole.read();
            case Reach.Again.Some some ->
                kinds.read(file, some.relations()) instanceof KindResult.Objects newer
                        ? objects.with(some.relations(), newer.in(now))
                        : whole.read();
        };
    }

    private static KindResult seen(KindResult result, Marks now) {
        return result instanceof KindResult.Objects objects ? objects.in(now) : result;
    }

    private Look lookAgain(State state) throws SQLException {
        // the snapshot's text unchanged: nothing was committed, and the dear look can be saved
        if (Fingerprints.snapshot(session).equals(state.marks().snapshot())) {
            return new Look(state.marks(), Set.of(), false);
        }
        Marks marks = state.marks().next(session);
        boolean rowsMoved = !Fingerprints.rows(session, state.relations()).equals(state.rows());
        return new Look(marks, marks.movedSince(state.marks()), rowsMoved);
    }
}
