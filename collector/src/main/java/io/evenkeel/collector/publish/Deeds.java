package io.evenkeel.collector.publish;

import io.evenkeel.collector.read.Deed;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Witnessed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the deed that changed an object: one on the object itself, else on what it lies in. */
final class Deeds {
    static final Deeds NONE = new Deeds(Map.of());

    /** What was done so long before the last proof of the old state may have been committed after it. */
    private static final Duration UNCOMMITTED = Duration.ofMinutes(5);

    /** Of these commands PostgreSQL does not say what they were about. */
    private static final Map<String, Set<String>> NAMELESS =
            Map.of("grant", Set.of("GRANT", "REVOKE"), "default_privilege", Set.of("ALTER DEFAULT PRIVILEGES"));

    private final Map<List<String>, List<Witnessed>> byNames;

    private Deeds(Map<List<String>, List<Witnessed>> byNames) {
        this.byNames = byNames;
    }

    /**
     * @param provenAt the last instant for which what stands on the topic was known to be true; absent: never
     */
    static Deeds of(List<Deed> deeds, Optional<Instant> provenAt) {
        return new Deeds(deeds.stream()
                .filter(deed -> deed.fresh()
                        || provenAt.filter(at -> deed.witnessed().at().isAfter(at.minus(UNCOMMITTED)))
                                .isPresent())
                .collect(Collectors.groupingBy(
                        deed -> deed.names().isEmpty()
                                ? nameless(deed.witnessed().command())
                                : deed.names(),
                        HashMap::new,
                        Collectors.mapping(Deed::witnessed, Collectors.toList()))));
    }

    /** The last one, and by how many others there were some. */
    Optional<Witnessed> on(ObjectKey key, List<String> root) {
        return byNames.isEmpty()
                ? Optional.empty()
                : candidates(key, root)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .map(Deeds::last);
    }

    /** From the most to the least specific; an index or a statistic is named without its table. */
    private Stream<List<Witnessed>> candidates(ObjectKey key, List<String> root) {
        List<String> names = key.identity();
        Stream<List<Witnessed>> nameless =
                Stream.of(NAMELESS.getOrDefault(key.kind().name(), Set.of()).stream()
                        .flatMap(command -> named(nameless(command)))
                        .toList());
        Stream<List<String>> itself = IntStream.iterate(names.size(), size -> size > 1, size -> size - 1)
                .mapToObj(size -> names.subList(0, size));
        Stream<List<String>> around = Stream.of(root, List.of(names.getFirst(), names.getLast()));
        return Stream.concat(
                nameless, Stream.concat(itself, around).map(each -> named(each).toList()));
    }

    /** What no object is called. */
    private static List<String> nameless(String command) {
        return List.of("", command);
    }

    private Stream<Witnessed> named(List<String> names) {
        return byNames.getOrDefault(names, List.of()).stream();
    }

    private static Witnessed last(List<Witnessed> deeds) {
        long people = deeds.stream()
                .map(deed -> List.of(deed.sessionRole(), deed.role(), deed.application(), deed.address()))
                .distinct()
                .count();
        return Collections.max(deeds, Comparator.comparing(Witnessed::at)).besides((int) people - 1);
    }
}
