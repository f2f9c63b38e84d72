package io.evenkeel.systemtest.corpus;

import io.evenkeel.analyzer.compare.Finding;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One difference of a case, as its {@code expected.json} has it.
 *
 * @param key kind and names
 * @param attributes that differ, in alphabetical order; empty for a whole object
 * @param folds how many objects of which kind lie folded in it
 */
record ExpectedChange(Change change, ObjectKey key, List<String> attributes, SortedMap<String, Integer> folds) {
    static ExpectedChange of(Finding finding) {
        Difference found = finding.difference();
        return new ExpectedChange(
                found.change(),
                found.key(),
                found.change() == Change.DIFFERENT
                        ? found.attributes().stream()
                                .map(AttributeDifference::name)
                                .sorted()
                                .toList()
                        : List.of(),
                found.folded().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name(),
                                entry -> entry.getValue(),
                                Integer::sum,
                                TreeMap::new)));
    }

    /** The same change seen from the other side. */
    ExpectedChange mirrored() {
        return new ExpectedChange(
                switch (change) {
                    case MISSING -> Change.UNEXPECTED;
                    case UNEXPECTED -> Change.MISSING;
                    case DIFFERENT -> Change.DIFFERENT;
                },
                key,
                attributes,
                folds);
    }

    String kind() {
        return key.kind().name();
    }
}
