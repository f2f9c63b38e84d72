package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Reads all kinds until nothing has moved from before the first to after the last. {@code pg_get_viewdef} and its like
 * look at the newest catalog whatever the transaction's snapshot is, so that only a look before and after can tell.
 */
final class Rounds {
    static final int MOST = 5;
    private static final Duration PAUSE = Duration.ofMillis(60);

    /** All kinds, true together when the server was at {@code snapshot}. */
    record Outcome(Map<KindFile, KindResult> results, List<FoundRelation> relations, String snapshot) {}

    /** What was seen before the kinds were read; the relations are searched for after the look at the catalogs. */
    private record Base(Fingerprints.Catalogs catalogs, List<FoundRelation> relations, String rows) {}

    private final Session session;
    private final KindReader kinds;
    private final List<KindFile> files;
    private final Predicate<String> elses;
    private final Map<KindFile, KindResult> results = new LinkedHashMap<>();

    /** {@code elses} are the schemas in which no relations are searched for. */
    Rounds(Session session, KindReader kinds, List<KindFile> files, Predicate<String> elses) {
        this.session = session;
        this.kinds = kinds;
        this.files = files;
        this.elses = elses;
    }

    /** Empty if the catalog kept moving. */
    Optional<Outcome> run() throws SQLException, InterruptedException {
        Optional<Base> valid = Optional.empty();
        for (int round = 0; round < MOST && !(valid.isPresent() && settled()); round++) {
            if (round > 0) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis() << (round - 1));
            }
            if (valid.isEmpty()) {
                results.clear();
            }
            Base base = valid.isPresent() ? valid.get() : look();
            read(base.relations());
            valid = lookAgain(base);
        }
        return valid.map(
                base -> new Outcome(results, base.relations(), base.catalogs().snapshot()));
    }

    private Base look() throws SQLException {
        Fingerprints.Catalogs catalogs = Fingerprints.catalogs(session);
        List<FoundRelation> relations = RelationSearch.run(session, files, elses);
        return new Base(catalogs, relations, Fingerprints.rows(session, relations));
    }

    private void read(List<FoundRelation> relations) throws SQLException {
        for (KindFile file : files) {
            if (!(results.get(file) instanceof KindResult.Objects)) {
                results.put(file, kinds.read(file, relations));
            }
        }
    }

    /** The same base, maybe at a later snapshot; empty if anything moved since. */
    private Optional<Base> lookAgain(Base base) throws SQLException {
        // the snapshot's text unchanged: nothing was committed, and the dear look can be saved
        if (Fingerprints.snapshot(session).equals(base.catalogs().snapshot())) {
            return Optional.of(base);
        }
        Fingerprints.Catalogs catalogs = Fingerprints.catalogs(session);
        boolean same = catalogs.content().equals(base.catalogs().content())
                && Fingerprints.rows(session, base.relations()).equals(base.rows());
        return same ? Optional.of(new Base(catalogs, base.relations(), base.rows())) : Optional.empty();
    }

    private boolean settled() {
        return results.values().stream()
                .noneMatch(result -> result instanceof KindResult.Problem problem && problem.mayPass());
    }
}
