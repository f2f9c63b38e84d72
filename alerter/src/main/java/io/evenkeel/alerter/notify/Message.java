package io.evenkeel.alerter.notify;

import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import java.util.List;

/**
 * Events of one comparison that go out together.
 *
 * @param id the same at every attempt: the receiver can tell a repeat by it
 * @param events in the order in which they happened
 */
public record Message(String id, Comparison comparison, List<DriftEvent> events) {
    public Message {
        events = List.copyOf(events);
    }
}
