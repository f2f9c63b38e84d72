package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A relation that has what a kind's file requires.
 *
 * @param file the file that requires it
 * @param beside the relation of its schema that the file also wants
 */
record FoundRelation(KindFile file, Match relation, Optional<Match> beside) {
    String sql() {
        Map<String, String> values = new HashMap<>();
        values.put(KindFile.RELATION, relation.identifier());
        values.put(KindFile.SCHEMA, relation.schemaLiteral());
        values.put(KindFile.TABLE, relation.tableLiteral());
        beside.ifPresent(other -> values.put(KindFile.BESIDE, other.identifier()));
        return file.sqlFor(values);
    }

    /** The names that the identities of all that the query tells begin with; none if only its rows say. */
    List<String> names() {
        return file.namesOf(relation.schema(), relation.table());
    }

    /** What the query reads: no catalog shows these rows. */
    List<String> read() {
        boolean both = file.sql().contains(KindFile.BESIDE);
        return Stream.concat(Stream.of(relation), both ? beside.stream() : Stream.empty())
                .map(Match::identifier)
                .toList();
    }
}
