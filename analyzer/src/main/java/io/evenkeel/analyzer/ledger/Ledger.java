package io.evenkeel.analyzer.ledger;

import io.evenkeel.analyzer.compare.Finding;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns what differs now, held against what was open, into events. */
public final class Ledger {
    private final Moment moment;
    private final Movement movement;
    private final List<DriftEvent> events = new ArrayList<>();
    private final List<Drift> refreshed = new ArrayList<>();

    private Ledger(Moment moment, Movement movement) {
        this.moment = moment;
        this.movement = movement;
    }

    /**
     * One step of one group of objects.
     *
     * @param open the drifts of the group that were open
     * @param now everything that differs in the group
     * @param hidden which of the open differences cannot be measured now; they stay open as they are
     * @param movement what has moved in the group since the last step
     */
    public static Outcome update(
            Collection<Drift> open, List<Finding> now, Predicate<Difference> hidden, Moment moment, Movement movement) {
        Ledger ledger = new Ledger(moment, movement);
        Map<ObjectKey, Drift> gone = new TreeMap<>();
        open.forEach(drift -> gone.put(drift.difference().key(), drift));
        for (Finding finding : now) {
            ledger.see(finding, gone.remove(finding.difference().key()));
        }
        for (Drift drift : gone.values()) {
            if (!hidden.test(drift.difference())) {
                ledger.tell(DriftEvent.Type.RESOLVED, drift);
            }
        }
        return new Outcome(ledger.events, ledger.refreshed);
    }

    private void see(Finding finding, @Nullable Drift open) {
        if (open == null) {
            String id = eventId(moment, finding.difference().key());
            tell(DriftEvent.Type.OPENED, shaped(id, finding, moment.time()));
        } else if (!open.difference().equals(finding.difference()) || open.severity() != finding.severity()) {
            tell(DriftEvent.Type.CHANGED, shaped(open.id(), finding, open.openedAt()));
        } else if (!isSaid(open, finding)) {
            refreshed.add(refreshed(open, finding));
        }
    }

    private static boolean isSaid(Drift open, Finding finding) {
        return open.category().equals(finding.category())
                && open.order() == finding.order()
                && open.advice().equals(finding.advice());
    }

    private void tell(DriftEvent.Type type, Drift drift) {
        ObjectKey key = drift.difference().key();
        events.add(new DriftEvent(eventId(moment, key), type, drift.from(movement.of(key, moment)), moment.time()));
    }

    private Drift shaped(String id, Finding finding, Instant openedAt) {
        return new Drift(
                id,
                moment.comparison(),
                finding.difference(),
                finding.category(),
                finding.order(),
                finding.severity(),
                finding.advice(),
                moment.baseline(),
                moment.target(),
                openedAt,
                moment.time(),
                Optional.empty());
    }

    private static Drift refreshed(Drift open, Finding finding) {
        return new Drift(
                open.id(),
                open.comparison(),
                open.difference(),
                finding.category(),
                finding.order(),
                open.severity(),
                finding.advice(),
                open.baseline(),
                open.target(),
                open.openedAt(),
                open.changedAt(),
                open.attribution());
    }

    /** SHA-256 over comparison, key and both snapshots: the same step always has the same id. */
    static String eventId(Moment moment, ObjectKey key) {
        Comparison comparison = moment.comparison();
        return ContentHash.hex(Json.bytes(List.of(
                comparison.baseline(),
                comparison.target(),
                key,
                moment.baseline().epoch(),
                moment.baseline().sequence(),
                moment.target().epoch(),
                moment.target().sequence())));
    }
}
