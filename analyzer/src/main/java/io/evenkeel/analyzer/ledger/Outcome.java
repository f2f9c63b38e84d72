package io.evenkeel.analyzer.ledger;

import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.util.List;

/**
 * What changed in the ledger.
 *
 * @param events what to tell; a drift is open after it unless the event resolved it
 * @param refreshed drifts that stay open as they are, about which their kind now says something else; nothing to tell
 */
public record Outcome(List<DriftEvent> events, List<Drift> refreshed) {
    public Outcome {
        events = List.copyOf(events);
        refreshed = List.copyOf(refreshed);
    }
}
