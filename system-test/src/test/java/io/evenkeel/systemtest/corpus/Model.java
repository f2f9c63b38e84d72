package io.evenkeel.systemtest.corpus;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a database should hold after a sequence of statements, kept without asking the database. */
final class Model {
    /** One object: anything that changes when the object does, and what it lies in. */
    private record Thing(String content, Optional<ObjectKey> parent) {}

    private final Map<ObjectKey, Thing> things;
    /** Columns by table, in order. */
    private final Map<ObjectKey, List<String>> columns;

    Model() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    private Model(Map<ObjectKey, Thing> things, Map<ObjectKey, List<String>> columns) {
        this.things = things;
        this.columns = columns;
    }

    Model copy() {
        Map<ObjectKey, List<String>> lists = new TreeMap<>();
        columns.forEach((table, names) -> lists.put(table, new ArrayList<>(names)));
        return new Model(new TreeMap<>(things), lists);
    }

    static ObjectKey key(String... kindAndNames) {
        return ObjectKey.of(List.of(kindAndNames));
    }

    void put(ObjectKey key, String content) {
        things.put(key, new Thing(content, Optional.empty()));
    }

    void put(ObjectKey key, String content, ObjectKey parent) {
        things.put(key, new Thing(content, Optional.of(parent)));
    }

    boolean has(ObjectKey key) {
        return things.containsKey(key);
    }

    String content(ObjectKey key) {
        return Optional.ofNullable(things.get(key)).map(Thing::content).orElse("");
    }

    /** The keys of one kind, in order. */
    List<ObjectKey> of(String kind) {
        return things.keySet().stream()
                .filter(key -> key.kind().name().equals(kind))
                .toList();
    }

    List<String> columnsOf(ObjectKey table) {
        return columns.computeIfAbsent(table, any -> new ArrayList<>());
    }

    /** Takes an object away with everything that lies in it. */
    void drop(ObjectKey key) {
        things.remove(key);
        columns.remove(key);
        things.entrySet().stream()
                .filter(entry -> entry.getValue().parent().equals(Optional.of(key)))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
    }

    /** What a comparison of this model as baseline with another as target has to report. */
    Set<String> changesTo(Model target) {
        Map<ObjectKey, Change> changes = new TreeMap<>();
        things.forEach((key, thing) -> {
            if (!target.has(key)) {
                changes.put(key, Change.MISSING);
            } else if (!target.shape(key).equals(shape(key))) {
                changes.put(key, Change.DIFFERENT);
            }
        });
        target.things.keySet().stream().filter(key -> !has(key)).forEach(key -> changes.put(key, Change.UNEXPECTED));
        Set<String> told = new TreeSet<>(Comparator.naturalOrder());
        changes.forEach((key, change) -> {
            Thing thing = (change == Change.UNEXPECTED ? target : this).things.get(key);
            boolean folded = change != Change.DIFFERENT
                    && Optional.ofNullable(thing)
                            .flatMap(Thing::parent)
                            .filter(parent -> changes.get(parent) == change)
                            .isPresent();
            if (!folded) {
                told.add(change.word() + " " + key);
            }
        });
        return told;
    }

    /** The content, and of a column its place among those that are left. */
    private String shape(ObjectKey key) {
        int last = key.identity().size() - 1;
        ObjectKey table =
                Optional.ofNullable(things.get(key)).flatMap(Thing::parent).orElse(key);
        int place =
                columns.getOrDefault(table, List.of()).indexOf(key.identity().get(last));
        return content(key) + " " + place;
    }
}
