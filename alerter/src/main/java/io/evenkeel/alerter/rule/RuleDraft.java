package io.evenkeel.alerter.rule;

import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rule about one drift, in the form of docs/rules.md. */
public final class RuleDraft {
    /** As long as the drift keeps its shape: as good as the baseline. */
    public static final String UNTIL_IT_CHANGES = "9999-12-31";

    private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

    private RuleDraft() {}

    /** Whether an end stands for none. */
    public static boolean isUntilItChanges(Instant until) {
        return !until.isBefore(NO_END);
    }

    /** The name of a rule about this drift in its present shape. */
    public static String name(Comparison comparison, Difference difference) {
        return comparison.target() + "." + difference.key().kind() + "." + Shape.of(difference);
    }

    /** The conditions that match this object, however it differs. */
    public static Map<String, String> object(Comparison comparison, Difference difference) {
        Map<String, String> match = new LinkedHashMap<>();
        match.put("baseline", comparison.baseline().name());
        match.put("target", comparison.target().name());
        match.put("kind", difference.key().kind().name());
        match.put("name", NamePattern.exactly(difference.key().identity()));
        return match;
    }

    /** The conditions that match this drift in its present shape, and nothing else. */
    public static Map<String, String> shape(Comparison comparison, Difference difference) {
        Map<String, String> match = object(comparison, difference);
        match.put("change", difference.change().word());
        match.put("shape", Shape.of(difference));
        return match;
    }
}
