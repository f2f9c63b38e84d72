package io.evenkeel.collector.profile;

import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One object for each component of a platform, in place of the comparison of its objects one by one. */
final class Summaries {
    private final String profile;
    private final KindFacts kinds;
    private final SortedMap<ObjectKey, Summary> summaries = new TreeMap<>();

    Summaries(String profile, KindFacts kinds) {
        this.profile = profile;
        this.kinds = kinds;
    }

    private static final class Summary {
        private final SortedMap<String, Integer> counts = new TreeMap<>();
        private Fingerprint content = Fingerprint.EMPTY;

        void add(CatalogObject object) {
            counts.merge(object.key().kind().name(), 1, Integer::sum);
            content = content.plus(ContentHash.of(Json.bytes(object.key()), Json.bytes(object.compared())));
        }

        Attributes attributes() {
            List<String> byKind = counts.entrySet().stream()
                    .map(count -> count.getKey() + "=" + count.getValue())
                    .toList();
            long objects =
                    counts.values().stream().mapToLong(Integer::longValue).sum();
            return Attributes.of(Map.of(
                    "objects", new Value.Int(objects),
                    "by_kind", new Value.TextList(byKind),
                    "content", new Value.Text(content.hex())));
        }
    }

    void add(String component, CatalogObject object) {
        ObjectKind kind = SummaryKinds.of(object.key().kind(), kinds);
        ObjectKey key = new ObjectKey(kind, List.of(profile, component));
        summaries.computeIfAbsent(key, any -> new Summary()).add(object);
    }

    List<CatalogObject> objects() {
        return summaries.entrySet().stream()
                .map(entry -> new CatalogObject(
                        entry.getKey(),
                        entry.getKey().identity(),
                        Optional.empty(),
                        entry.getValue().attributes(),
                        Attributes.NONE))
                .toList();
    }
}
