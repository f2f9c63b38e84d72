package io.evenkeel.collector.read;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of one file's query. */
sealed interface KindResult {
    /** Stands for the relation of what tells of none. */
    long NONE = 0;

    /** How many objects there are. */
    default int size() {
        return 0;
    }

    /** Its objects, by the OID of the relation that they tell of. */
    record Objects(Map<Long, List<CatalogObject>> byRelation) implements KindResult {
        static Objects of(List<CatalogObject> objects) {
            return new Objects(objects.isEmpty() ? Map.of() : Map.of(NONE, objects));
        }

        @Override
        public Stream<CatalogObject> all() {
            return byRelation.values().stream().flatMap(List::stream);
        }

        boolean isEmpty() {
            return byRelation.isEmpty();
        }

        @Override
        public int size() {
            return byRelation.values().stream().mapToInt(List::size).sum();
        }

        /** The same, with what another reading says of some relations. */
        Objects with(Collection<Long> relations, Objects newer) {
            Map<Long, List<CatalogObject>> together = new HashMap<>(byRelation);
            together.keySet().removeAll(relations);
            relations.forEach(relation -> {
                List<CatalogObject> objects = newer.byRelation.get(relation);
                if (objects != null) {
                    together.put(relation, objects);
                }
            });
            return new Objects(together);
        }

        /** The same without relations that came and went between two looks, so that no look shows them. */
        Objects in(Marks marks) {
            List<Long> unseen = byRelation.keySet().stream()
                    .filter(relation -> relation != NONE && !marks.hasRelation(relation))
                    .toList();
            return unseen.isEmpty() ? this : with(unseen, of(List.of()));
        }

        /** The same without some relations. */
        Objects without(Collection<Long> relations) {
            return with(relations, new Objects(Map.of()));
        }

        /** The same with every object of {@code older} that is missing, as it was. */
        Objects completedBy(Objects older) {
            Map<Long, List<CatalogObject>> together = new HashMap<>(byRelation);
            Set<ObjectKey> keys = keys();
            older.byRelation.forEach((relation, objects) -> {
                if (!together.containsKey(relation)) {
                    together.put(
                            relation,
                            objects.stream()
                                    .filter(object -> !keys.contains(object.key()))
                                    .toList());
                }
            });
            return new Objects(together);
        }

        Set<ObjectKey> keys() {
            return all().map(CatalogObject::key).collect(Collectors.toSet());
        }
    }

    /**
     * It could not be read.
     *
     * @param mayPass whether the next round may find it otherwise
     * @param within the names that the identities of what it could not read begin with; empty: all of it
     */
    record Problem(UnknownReason reason, String detail, boolean mayPass, List<String> within) implements KindResult {
        static final Problem MOVING = new Problem(
                UnknownReason.CONCURRENT_DDL, "it changed again and again while it was read", true, List.of());

        @Override
        public List<Problem> problems() {
            return List.of(this);
        }
    }

    /** Some of the relations that it needs could be read, others could not. */
    record Part(Objects objects, List<Problem> problems) implements KindResult {
        @Override
        public Stream<CatalogObject> all() {
            return objects.all();
        }
    }

    /** The objects that could be read. */
    default Stream<CatalogObject> all() {
        return Stream.empty();
    }

    /** Why others could not. */
    default List<Problem> problems() {
        return List.of();
    }
}
