package io.evenkeel.alerter.audit;

import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import java.util.HashMap;
import java.util.Map;

/** One copy of what drifts have in common: tens of thousands may be open. For one thread at a time. */
public final class Shared {
    private static final int MOST = 20_000;

    private final Map<Object, Object> known = new HashMap<>();

    @SuppressWarnings("unchecked")
    private <T> T one(T value) {
        return (T) known.computeIfAbsent(value, any -> any);
    }

    public Drift of(Drift drift) {
        if (known.size() > MOST) {
            known.clear();
        }
        Difference difference = drift.difference();
        return new Drift(
                drift.id(),
                one(drift.comparison()),
                new Difference(
                        difference.key(),
                        difference.parent(),
                        difference.change(),
                        difference.attributes().stream().map(this::of).toList(),
                        difference.folded()),
                one(drift.category()),
                drift.order(),
                drift.severity(),
                one(drift.advice()),
                one(drift.baseline()),
                one(drift.target()),
                one(drift.openedAt()),
                one(drift.changedAt()),
                drift.attribution());
    }

    private AttributeDifference of(AttributeDifference attribute) {
        return new AttributeDifference(one(attribute.name()), attribute.baseline(), attribute.target());
    }
}
