package io.evenkeel.alerter.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.evenkeel.alerter.rule.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one rule stands.
 *
 * @param decided about how many open drifts it decides anything
 */
public record RuleState(Rule rule, State state, long decided) {
    /** Whether a rule still does anything. */
    public enum State {
        ACTIVE,
        /** It decides nothing: no drift matches it, or others come first. */
        IDLE,
        /** Its time is over. */
        EXPIRED;

        /** The word in JSON, on pages and in metric labels. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The rules in their order. */
    public static List<RuleState> of(List<Rule> rules, Collection<List<Finding>> findings, Instant now) {
        Map<String, Long> decided = findings.stream()
                .flatMap(List::stream)
                .flatMap(finding -> finding.ruling().applied().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return rules.stream()
                .map(rule -> of(rule, decided.getOrDefault(rule.name(), 0L), now))
                .toList();
    }

    private static RuleState of(Rule rule, long decided, Instant now) {
        State state = rule.expired(now) ? State.EXPIRED : decided == 0 ? State.IDLE : State.ACTIVE;
        return new RuleState(rule, state, decided);
    }
}
