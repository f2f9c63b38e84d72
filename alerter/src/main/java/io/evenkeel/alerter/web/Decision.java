package io.evenkeel.alerter.web;

import io.evenkeel.alerter.rule.RuleDraft;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person can make of a drift on its page. */
enum Decision {
    ACCEPT("Accept it until a day", "It makes nothing drifted until then, or until it takes another shape."),
    BASELINE(
            "Accept it as baseline",
            "What is there now is as good as the baseline, without an end. When it takes another shape, it is open again."),
    IGNORE("Ignore the object", "Whatever becomes of it is no concern of anybody, with all that lies in it.");

    private final String label;
    private final String explanation;

    Decision(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    String label() {
        return label;
    }

    String explanation() {
        return explanation;
    }

    /** The JSON of the rule. */
    String rules(Comparison comparison, Difference difference, String by, String reason, String until) {
        Map<String, Object> rule = new LinkedHashMap<>();
        String name = RuleDraft.name(comparison, difference);
        rule.put("name", this == IGNORE ? name + ".ignored" : name);
        rule.put(
                "match",
                this == IGNORE ? RuleDraft.object(comparison, difference) : RuleDraft.shape(comparison, difference));
        if (this == IGNORE) {
            rule.put("ignore", true);
            rule.put("reason", by + ": " + reason);
        } else {
            String end = this == BASELINE ? RuleDraft.UNTIL_IT_CHANGES : until;
            rule.put("accept", Map.of("until", end, "owner", by, "reason", reason));
        }
        return new String(Json.bytes(Map.of("rules", List.of(rule))), StandardCharsets.UTF_8);
    }
}
