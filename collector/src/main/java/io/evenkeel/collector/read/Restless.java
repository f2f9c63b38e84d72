package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.Consistency;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the catalog never rests for as long as it takes to read it: what has not moved is true; what has is read kind by
 * kind, until nothing was committed while one was. What is never still for so long stays as it was validated last, and is
 * stale.
 */
final class Restless {
    private static final int ATTEMPTS = 8;
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private final Session session;
    private final KindReader kinds;
    private final State state;
    private final Reach reach;
    private final Optional<Map<KindFile, KindResult>> validated;
    private final Set<ObjectKey> stale = new HashSet<>();
    private final long start = System.nanoTime();

    private Restless(
            Session session,
            KindReader kinds,
            State state,
            Reach reach,
            Optional<Map<KindFile, KindResult>> validated) {
        this.session = session;
        this.kinds = kinds;
        this.state = state;
        this.reach = reach;
        this.validated = validated;
    }

    /** Empty if it cannot be told apart what moves. */
    static Optional<Rounds.Outcome> run(
            Session session,
            KindReader kinds,
            State state,
            Rounds.Look look,
            Optional<Map<KindFile, KindResult>> validated)
            throws SQLException {
        Reach reach = Reach.of(session, look.moved());
        return reach.everything()
                ? Optional.empty()
                : Optional.of(new Restless(session, kinds, state, reach, validated).run(look));
    }

    private Rounds.Outcome run(Rounds.Look look) throws SQLException {
        Map<KindFile, KindResult> results = new LinkedHashMap<>();
        for (Map.Entry<KindFile, KindResult> each : state.results().entrySet()) {
            KindFile file = each.getKey();
            results.put(
                    file,
                    file.requires().isEmpty()
                            ? result(file, each.getValue(), reach.movedOf(file))
                            : rows(file, each.getValue(), look.rowsMoved() || reach.touchesRelations()));
        }
        return new Rounds.Outcome(
                state, results, Consistency.PER_OBJECT, look.marks().snapshot(), stale);
    }

    /** Of what lies in rows of other relations. */
    private KindResult rows(KindFile file, KindResult result, boolean moved) throws SQLException {
        boolean some = isSome(result) || before(file).filter(Restless::isSome).isPresent();
        return moved && some ? stillWhole(file) : result;
    }

    private static boolean isSome(KindResult result) {
        return !(result instanceof KindResult.Objects objects && objects.isEmpty());
    }

    private KindResult result(KindFile file, KindResult result, Reach.Again moved) throws SQLException {
        return switch (moved) {
            case Reach.Again.Nothing nothing -> result;
            case Reach.Again.Whole whole -> stillWhole(file);
            case Reach.Again.Some some ->
                result instanceof KindResult.Objects objects ? some(file, objects, some.relations()) : stillWhole(file);
        };
    }

    private KindResult some(KindFile file, KindResult.Objects objects, Set<Long> relations) throws SQLException {
        Optional<KindResult.Objects> last =
                before(file).filter(KindResult.Objects.class::isInstance).map(KindResult.Objects.class::cast);
        Set<ObjectKey> expected = objects.keys();
        last.ifPresent(before -> expected.addAll(before.keys()));
        Optional<KindResult> still = still(() -> {
            KindResult read = kinds.read(file, relations);
            // what is gone may be there again, under another OID
            return read instanceof KindResult.Objects newer
                            && objects.with(relations, newer).keys().containsAll(expected)
                    ? objects.with(relations, newer)
                    : whole(file);
        });
        return still.orElseGet(() ->
                last.map(before -> kept(objects.without(relations), before)).orElse(KindResult.Problem.MOVING));
    }

    private KindResult kept(KindResult.Objects unmoved, KindResult.Objects before) {
        KindResult.Objects all = unmoved.completedBy(before);
        Set<ObjectKey> kept = all.keys();
        kept.removeAll(unmoved.keys());
        stale.addAll(kept);
        return all;
    }

    private Optional<KindResult> before(KindFile file) {
        return validated.map(last -> last.get(file));
    }

    private KindResult stillWhole(KindFile file) throws SQLException {
        return still(() -> whole(file)).orElse(KindResult.Problem.MOVING);
    }

    private KindResult whole(KindFile file) throws SQLException {
        Plan plan = state.plan();
        return file.requires().isEmpty()
                ? kinds.read(file, state.relations(), WantedRelations.run(session, plan))
                : kinds.read(
                        file,
                        state.search().again(session, reach.relations()).found(plan.toRead(), plan::isElses),
                        Optional.empty());
    }

    /** What was read while nothing was committed. */
    private Optional<KindResult> still(Session.Work<KindResult> reading) throws SQLException {
        for (int tried = 0; tried < ATTEMPTS && System.nanoTime() - start < LONGEST; tried++) {
            Optional<KindResult> read =
                    session.whileStill(reading).filter(result -> !(result instanceof KindResult.Problem));
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }
}
