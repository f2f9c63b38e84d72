package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much there is to read, and so how to ask for all of a kind. The server ends a query that takes too long, and what lies
 * on relations takes longer the more of them there are: of very many, each query reads some.
 *
 * @param places roughly how many objects there are that others lie on
 * @param most relations that one query is about
 */
record Amount(int places, int most) {
    // one query is cheaper than two of half the size; the dearest takes two seconds for so many
    private static final int MOST = 30_000;

    // so many objects are not held twice, as rows and as objects
    private static final int MANY = 1_000;

    private static final String RELATIONS =
            "SELECT c.oid FROM pg_class c WHERE c.relkind NOT IN ('i', 'I', 't') ORDER BY c.oid";

    static Amount of(Marks marks) {
        return new Amount(marks.large().size(), MOST);
    }

    /** Whether to have the rows come some at a time. */
    boolean isMuch(Optional<KindResult> before) {
        return before.map(KindResult::size).orElse(places) > MANY;
    }

    /**
     * The queries that together read all of a kind.
     *
     * @param wanted of which relations to tell; absent: of all
     */
    List<String> queries(Session session, KindFile file, Optional<Set<Long>> wanted) throws SQLException {
        if (!file.liesInSchemas() || wanted.isEmpty() && places <= most) {
            return List.of(file.sqlForAll());
        }
        List<Long> relations =
                wanted.isPresent() ? wanted.get().stream().sorted().toList() : session.query(RELATIONS, Amount::oids);
        // the first also reads what lies on none
        List<String> queries =
                new ArrayList<>(List.of(file.sqlForAllWithin(relations.subList(0, Math.min(most, relations.size())))));
        for (int from = most; from < relations.size(); from += most) {
            List<Long> some = relations.subList(from, Math.min(from + most, relations.size()));
            queries.add(Template.aboutRelations(file.sql()).about(KindFile.array(some)));
        }
        return queries;
    }

    private static List<Long> oids(ResultSet rows) throws SQLException {
        List<Long> oids = new ArrayList<>();
        while (rows.next()) {
            oids.add(rows.getLong(1));
        }
        return oids;
    }
}
