package io.evenkeel.alerter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.alerter.report.RuleState;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.rule.Fate;
import io.evenkeel.alerter.rule.Origin;
import io.evenkeel.alerter.rule.Rule;
import io.evenkeel.alerter.rule.RuleDraft;
import java.time.Instant;
import java.util.Optional;

/**
 * One rule in the API and on the page.
 *
 * @param place where it stands, such as {@code rules.yaml:12}
 * @param decision such as {@code accepted, info}
 * @param drifts about how many open drifts it decides anything
 * @param until when its time is over (UTC)
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RuleItem(
        String name,
        Origin origin,
        String place,
        String decision,
        RuleState.State state,
        long drifts,
        Optional<String> owner,
        String reason,
        Optional<Instant> until) {
    static RuleItem of(RuleState state) {
        Rule rule = state.rule();
        return new RuleItem(
                rule.name(),
                rule.origin(),
                rule.place(),
                rule.decision(),
                state.state(),
                state.decided(),
                rule.fate().flatMap(Fate::accepted).map(accepted -> accepted.owner()),
                rule.reason(),
                rule.until());
    }

    /** Whether it can be ended here. */
    boolean isRecord() {
        return origin == Origin.RECORD;
    }

    /** When its time is over, for people. */
    String end() {
        return until.map(RuleItem::end).orElse("");
    }

    static String end(Instant until) {
        return RuleDraft.isUntilItChanges(until) ? "until it changes" : until.toString();
    }

    /** Where it stands and what somebody wrote, for people. */
    String note() {
        String who = owner.map(name -> ", " + Visible.text(name)).orElse("");
        return Visible.text(place) + who + (reason.isEmpty() ? "" : ": " + Visible.text(reason));
    }
}
