package io.evenkeel.analyzer.ledger;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Attribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moved among the objects of one root since they were last compared.
 *
 * @param sides whose objects moved, with the last instant for which they are known to have been as before
 * @param acts what witnesses saw
 */
public record Movement(Map<Environment, Optional<Instant>> sides, List<Act> acts) {
    /** Nothing moved. */
    public static final Movement NONE = new Movement(Map.of(), List.of());

    public Movement {
        sides = Map.copyOf(sides);
        acts = List.copyOf(acts);
    }

    /** What a witness saw of one object. */
    public record Act(Environment environment, ObjectKey key, Witnessed witnessed) {}

    /** Both as one; they tell of different sides and objects. */
    public Movement and(Movement other) {
        Map<Environment, Optional<Instant>> bothSides = new HashMap<>(sides);
        bothSides.putAll(other.sides);
        List<Act> bothActs = new ArrayList<>(acts);
        bothActs.addAll(other.acts);
        return new Movement(bothSides, bothActs);
    }

    /** Where a difference of that object comes from: what a witness saw last, or else the only side that moved. */
    Optional<Attribution> of(ObjectKey key, Moment moment) {
        Optional<Act> act = acts.stream()
                .filter(each -> each.key().equals(key))
                .max(Comparator.comparing(each -> each.witnessed().at()));
        return act.map(Act::environment)
                .or(() -> sides.size() == 1 ? sides.keySet().stream().findFirst() : Optional.empty())
                .flatMap(side -> sides.getOrDefault(side, Optional.empty())
                        .map(after -> new Attribution(side, after, until(side, moment), act.map(Act::witnessed))));
    }

    private static Instant until(Environment side, Moment moment) {
        return (side.equals(moment.comparison().baseline()) ? moment.baseline() : moment.target()).readAt();
    }
}
