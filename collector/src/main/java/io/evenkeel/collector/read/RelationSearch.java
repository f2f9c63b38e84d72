package io.evenkeel.collector.read;

import io.evenkeel.collector.query.ColumnSet;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.Signature;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the relations that kind files require. */
final class RelationSearch {
    private final ColumnSearch search;
    private final List<Match> matches;

    private RelationSearch(ColumnSearch search, List<Match> matches) {
        this.search = search;
        this.matches = matches;
    }

    /** Among all relations, in one query for all files. */
    static RelationSearch run(Session session, List<KindFile> files) throws SQLException {
        List<ColumnSet> sets = files.stream()
                .flatMap(file -> file.requires().stream())
                .flatMap(each -> Stream.of(Optional.of(each.columns()), each.beside(), each.notBeside())
                        .flatMap(Optional::stream))
                .distinct()
                .toList();
        ColumnSearch search = new ColumnSearch(sets);
        return new RelationSearch(search, search.everywhere(session));
    }

    /** The same for the same files, after some relations changed, appeared or went. */
    RelationSearch again(Session session, Set<Long> relations) throws SQLException {
        List<Match> all = new ArrayList<>(matches);
        all.removeIf(match -> relations.contains(match.oid()));
        all.addAll(search.among(session, relations));
        all.sort(Comparator.comparing(Match::set).thenComparing(Match::schema).thenComparing(Match::table));
        return new RelationSearch(search, List.copyOf(all));
    }

    /** What was found, but in schemas that are somebody else's: there a platform keeps what its own services applied. */
    List<FoundRelation> found(List<KindFile> files, Predicate<String> elses) {
        List<FoundRelation> found = new ArrayList<>();
        files.forEach(file -> found.addAll(of(file)));
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
        int set = search.sets().indexOf(columns);
        return matches.stream().filter(match -> match.set() == set);
    }
}
