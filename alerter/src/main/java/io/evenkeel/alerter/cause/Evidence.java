package io.evenkeel.alerter.cause;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Difference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** What points from drifts of one comparison to the migrations that one side lacks. */
final class Evidence {
    /** Drifts that are over are forgotten with the rest when there are too many. */
    private static final int MOST = 200_000;

    private record Naming(LoneMigration migration, Statement statement) {}

    private final Map<ObjectKey, LoneMigration> lone = new HashMap<>();
    private final Map<String, List<Naming>> naming = new HashMap<>();
    private final Map<Long, List<LoneMigration>> together = new HashMap<>();
    private final ToLongFunction<ObjectKey> keyHash;
    /** Everything that is open is asked for again and again. */
    private final Map<ObjectKey, Optional<Cause>> known = new ConcurrentHashMap<>();

    Evidence(Collection<LoneMigration> migrations, ToLongFunction<ObjectKey> keyHash) {
        this.keyHash = keyHash;
        for (LoneMigration each : migrations) {
            lone.put(each.key(), each);
            for (Statement statement : each.statements()) {
                statement.made().forEach(name -> add(naming, name, new Naming(each, statement)));
            }
            each.arrival().ifPresent(arrival -> arrival.changed().forEach(hash -> add(together, hash, each)));
        }
    }

    private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    /** The migration itself. */
    Optional<Cause> own(Difference difference) {
        return Optional.ofNullable(lone.get(difference.key())).map(migration -> cause(List.of(migration), true));
    }

    /** What the statements say, before what only came together. */
    Optional<Cause> cause(Difference difference) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(difference.key(), this::find);
    }

    private Optional<Cause> find(ObjectKey key) {
        if (lone.containsKey(key)) {
            return Optional.empty();
        }
        List<String> identity = key.identity();
        List<LoneMigration> named = naming.getOrDefault(Statement.holder(identity), List.of()).stream()
                .filter(each -> each.statement().names(identity))
                .map(Naming::migration)
                .distinct()
                .toList();
        if (!named.isEmpty()) {
            return Optional.of(cause(named, true));
        }
        List<LoneMigration> seen =
                together.isEmpty() ? List.of() : together.getOrDefault(keyHash.applyAsLong(key), List.of());
        return seen.isEmpty() ? Optional.empty() : Optional.of(cause(seen, false));
    }

    /** The first of them. */
    private static Cause cause(List<LoneMigration> migrations, boolean named) {
        LoneMigration first = migrations.stream()
                .min(Comparator.comparing(LoneMigration::key))
                .orElseThrow();
        Environment baseline = first.comparison().baseline();
        Environment lacking =
                first.where().equals(baseline) ? first.comparison().target() : baseline;
        return new Cause(
                first.key(),
                first.label(),
                first.where(),
                lacking,
                migrations.size() - 1,
                named,
                first.arrival().map(Arrival::at));
    }
}
