package io.evenkeel.collector.read;

import io.evenkeel.collector.query.ColumnSet;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.Signature;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the relations that kind files require. */
final class RelationSearch {
    private final List<ColumnSet> sets;
    private final List<Match> matches;

    private RelationSearch(List<ColumnSet> sets, List<Match> matches) {
        this.sets = sets;
        this.matches = matches;
    }

    /**
     * In one query for all files; all but those in schemas that are somebody else's: there a platform keeps what its own
     * services applied.
     */
    static List<FoundRelation> run(Session session, List<KindFile> files, Predicate<String> elses) throws SQLException {
        List<ColumnSet> sets = files.stream()
                .flatMap(file -> file.requires().stream())
                .flatMap(each -> Stream.of(Optional.of(each.columns()), each.beside(), each.notBeside())
                        .flatMap(Optional::stream))
                .distinct()
                .toList();
        RelationSearch search = new RelationSearch(sets, ColumnSearch.run(session, sets));
        List<FoundRelation> found = new ArrayList<>();
        files.forEach(file -> found.addAll(search.of(file)));
        found.removeIf(relation -> elses.test(relation.relation().schema()));
        return found;
    }

    /** A relation that has several of the file's signatures is found once. */
    private List<FoundRelation> of(KindFile file) {
        TreeMap<String, FoundRelation> found = new TreeMap<>();
        for (Signature signature : file.requires()) {
            matching(signature.columns())
                    .filter(match -> match.open() || signature.isUsual(match.schema(), match.table()))
                    .filter(match -> beside(match, signature.notBeside()).isEmpty())
                    .map(match -> new FoundRelation(file, match, beside(match, signature.beside())))
                    .filter(relation ->
                            signature.beside().isEmpty() || relation.beside().isPresent())
                    .forEach(relation -> found.putIfAbsent(relation.relation().identifier(), relation));
        }
        return List.copyOf(found.values());
    }

    private Optional<Match> beside(Match match, Optional<ColumnSet> columns) {
        return columns.stream()
                .flatMap(this::matching)
                .filter(match::isNeighbourOf)
                .findFirst();
    }

    private Stream<Match> matching(ColumnSet columns) {
        int set = sets.indexOf(columns);
        return matches.stream().filter(match -> match.set() == set);
    }
}
