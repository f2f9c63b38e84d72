package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person decided about some drifts: how bad they are, or what becomes of them, or both.
 *
 * @param name unique among all rules
 * @param place for people, such as {@code rules.yaml:12}
 * @param severity absent: as another rule or the kind says
 * @param fate absent: as another rule says, else open
 * @param reason of an acceptance it is never empty
 */
public record Rule(
        String name,
        Origin origin,
        String place,
        Match match,
        Optional<Severity> severity,
        Optional<Fate> fate,
        String reason) {
    /** Whether its time is over. */
    public boolean expired(Instant now) {
        return until().filter(until -> !now.isBefore(until)).isPresent();
    }

    /** When its time is over (UTC); absent: never. */
    public Optional<Instant> until() {
        return fate.flatMap(Fate::end);
    }

    /** What it decides, in a few words. */
    public String decision() {
        String first = fate.map(each -> each.disposition().word()).orElse("");
        String second = severity.map(Severity::word).orElse("");
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }
}
