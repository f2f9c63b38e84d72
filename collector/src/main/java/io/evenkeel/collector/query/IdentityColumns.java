package io.evenkeel.collector.query;

import io.evenkeel.contract.catalog.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a kind's query made the names of an object's key.
 *
 * @param columns in the order of the query
 * @param list the place of the one column that holds a list of names, of any length; -1: none does
 */
public record IdentityColumns(List<String> columns, int list) {
    public IdentityColumns {
        columns = List.copyOf(columns);
    }

    /** The name that came from {@code id_<word>}; empty if the kind has no such column or it holds a list. */
    public Optional<String> name(ObjectKey key, String word) {
        int at = columns.indexOf(Columns.identity(word));
        if (at < 0 || at == list) {
            return Optional.empty();
        }
        int fromEnd = columns.size() - at;
        int place = list < 0 || at < list ? at : key.identity().size() - fromEnd;
        return Optional.of(key.identity().get(place));
    }
}
