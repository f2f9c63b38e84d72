package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What people decided about telling, at one moment. */
record Policy(DeliverySettings settings, Judge judge, List<Quiet> quiet, Flaps flaps, Instant now) {
    Judged judged(Drift drift) {
        return Judged.of(drift, judge, now);
    }

    Verdict verdict(Judged judged) {
        return switch (judged.judgement().disposition()) {
            case ACCEPTED, IGNORED -> new Verdict.End(judged.sentence());
            case HELD -> new Verdict.Wait();
            case OPEN -> open(judged.drift());
        };
    }

    private Verdict open(Drift drift) {
        Duration grace = settings.timing().grace(drift.severity());
        boolean young = grace.isPositive() && now.isBefore(drift.openedAt().plus(grace));
        if (young || quiet.stream().anyMatch(each -> each.covers(drift))) {
            return new Verdict.Wait();
        }
        return flaps.flapping(drift) ? new Verdict.Flapping() : new Verdict.Tell();
    }

    /** Whether even the end of such a drift is not told yet. */
    boolean waits(Drift drift) {
        return deploying(drift.comparison()) || flaps.flapping(drift);
    }

    private boolean deploying(Comparison comparison) {
        return quiet.stream().anyMatch(each -> each.type() == Quiet.Type.WINDOW && each.covers(comparison));
    }

    boolean wants(Receiver receiver, Drift drift) {
        if (drift.severity().compareTo(receiver.atLeast()) < 0) {
            return false;
        }
        List<Route> own = settings.routes().stream()
                .filter(route -> route.receivers().contains(receiver.name()))
                .toList();
        return own.isEmpty() || own.stream().anyMatch(route -> route.matches(drift));
    }
}
