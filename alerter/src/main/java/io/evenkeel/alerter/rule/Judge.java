package io.evenkeel.alerter.rule;

import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges drifts by the rules of one moment. Thread-safe; asked again later, it may judge otherwise. */
public interface Judge {
    /** Without any rule. */
    Judge BY_NATURE = (drift, now) -> Judgement.byNature(drift);

    Judgement judge(Drift drift, Instant now);

    /** The judgement and how it came about. */
    default Ruling ruling(Drift drift, Instant now) {
        return Ruling.of(drift, judge(drift, now));
    }

    /** Why the rules in force are not those that people wrote last; absent: they are. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** The rules that people made, in the order in which they are asked. */
    default List<Rule> rules() {
        return List.of();
    }
}
