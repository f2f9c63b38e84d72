package io.evenkeel.alerter.rulebook;

import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.alerter.rule.Rules;
import io.evenkeel.alerter.rule.Ruling;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Remembers rulings until a rule, a kind or the time changes them: every page and every scrape asks for all. */
final class Bench {
    /** Rulings on drifts that are over are forgotten with the rest when there are too many. */
    private static final int MOST = 200_000;

    private record Known(Drift drift, Ruling ruling) {}

    /**
     * @param from the rulings hold from then on (UTC)
     * @param to until then (UTC)
     */
    private record Session(
            Rules rules,
            AuditView view,
            Map<ObjectKind, KindDescriptor> kinds,
            Judge judge,
            Instant from,
            Instant to,
            Map<String, Known> known) {
        boolean holds(Rules asked, Instant now) {
            return rules.equals(asked) && !now.isBefore(from) && now.isBefore(to) && known.size() < MOST;
        }
    }

    private final Supplier<AuditView> view;
    private volatile Session session =
            session(Rules.BUILT_IN, AuditView.EMPTY, Map.of(), Instant.EPOCH, new ConcurrentHashMap<>());

    Bench(Supplier<AuditView> view) {
        this.view = view;
    }

    /** By instance: a ruling keeps its drift in memory, and of tens of thousands there has to be one copy, the view's. */
    @SuppressWarnings("ReferenceEquality")
    Ruling ruling(Rules rules, Drift drift, Instant now) {
        Session held = held(rules, now);
        Known known = held.known().get(drift.id());
        if (known == null || known.drift() != drift) {
            known = new Known(drift, held.judge().ruling(drift, now));
            held.known().put(drift.id(), known);
        }
        return known.ruling();
    }

    private Session held(Rules rules, Instant now) {
        Session last = session;
        AuditView newest = view.get();
        if (last.view().equals(newest) && last.holds(rules, now)) {
            return last;
        }
        Map<ObjectKind, KindDescriptor> kinds = newest.kinds();
        boolean same = last.holds(rules, now) && last.kinds().equals(kinds);
        Session next = session(
                rules, newest, kinds, same ? last.from() : now, same ? last.known() : new ConcurrentHashMap<>());
        session = next;
        return next;
    }

    private static Session session(
            Rules rules,
            AuditView view,
            Map<ObjectKind, KindDescriptor> kinds,
            Instant from,
            Map<String, Known> known) {
        return new Session(
                rules,
                view,
                kinds,
                rules.judge(kinds),
                from,
                rules.nextEnd(from).orElse(Instant.MAX),
                known);
    }
}
