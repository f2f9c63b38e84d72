package io.evenkeel.collector.query;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What happens to the values of a kind's columns before anybody else sees them.
 *
 * @param roles columns that hold names of roles
 * @param redactions columns whose values may be secrets: a text as a whole; of a list of {@code key=value} all but the
 *     values of the keys that stand here
 * @param freeText columns that hold what people wrote: definitions, bodies, expressions
 * @param unknownIfNull columns in which a null means that nothing is known, so that nothing is compared
 */
record Treatment(
        Set<String> roles, SortedMap<String, Set<String>> redactions, Set<String> freeText, Set<String> unknownIfNull) {
    Treatment {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        redactions = Collections.unmodifiableSortedMap(new TreeMap<>(redactions));
        freeText = Collections.unmodifiableSet(new TreeSet<>(freeText));
        unknownIfNull = Collections.unmodifiableSet(new TreeSet<>(unknownIfNull));
    }

    static Treatment of(KindHeader header) {
        return new Treatment(
                columns(header, "roles"),
                header.value("redact").map(Treatment::redactions).orElse(new TreeMap<>()),
                columns(header, "free-text"),
                columns(header, "unknown-if-null"));
    }

    private static Set<String> columns(KindHeader header, String key) {
        return Set.copyOf(header.value(key).map(Lists::commas).orElse(List.of()));
    }

    private static SortedMap<String, Set<String>> redactions(String text) {
        SortedMap<String, Set<String>> redactions = new TreeMap<>();
        for (String item : text.split(";")) {
            String[] parts = item.strip().split("\\s+except\\s+", 2);
            redactions.put(parts[0], parts.length < 2 ? Set.of() : Set.copyOf(Lists.commas(parts[1])));
        }
        return redactions;
    }
}
