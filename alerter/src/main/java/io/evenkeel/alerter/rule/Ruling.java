package io.evenkeel.alerter.rule;

import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A judgement and how it came about.
 *
 * @param whole the difference as the analyzer told it
 * @param hidden the attributes that are ignored, where others are not
 * @param acceptance of an accepted drift, the one that ends first
 * @param applied the names of the rules that decided anything
 */
public record Ruling(
        Judgement judgement,
        Difference whole,
        List<AttributeDifference> hidden,
        Optional<Acceptance> acceptance,
        Set<String> applied) {
    public Ruling {
        hidden = List.copyOf(hidden);
        applied = Set.copyOf(applied);
    }

    /** The difference without the attributes that are ignored; of an ignored drift, the whole. */
    public Difference visible() {
        return hidden.isEmpty()
                ? whole
                : new Difference(
                        whole.key(),
                        whole.parent(),
                        whole.change(),
                        whole.attributes().stream()
                                .filter(attribute -> !hidden.contains(attribute))
                                .toList(),
                        whole.folded());
    }

    /** The same, but not told before that time. */
    public Ruling heldUntil(Instant until, String why) {
        Judgement held = new Judgement(
                judgement.severity(), Disposition.HELD, judgement.rule(), Optional.of(until), Optional.of(why));
        return new Ruling(held, whole, hidden, acceptance, applied);
    }

    /** A judgement of which no more is known. */
    public static Ruling of(Drift drift, Judgement judgement) {
        return new Ruling(judgement, drift.difference(), List.of(), Optional.empty(), Set.of());
    }
}
