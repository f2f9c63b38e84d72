package io.evenkeel.alerter.notify;

import io.evenkeel.contract.drift.DriftEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drifts that are told together.
 *
 * @param events of the worst of them, or of all
 * @param rest all others, as numbers
 */
public record Digest(List<DriftEvent> events, Tally rest) {
    public Digest {
        events = List.copyOf(events);
    }

    public boolean isEmpty() {
        return events.isEmpty() && rest.count() == 0;
    }

    /** Both together. */
    public Digest plus(Digest other) {
        return new Digest(Stream.concat(events.stream(), other.events.stream()).toList(), rest.plus(other.rest));
    }

    /** Without those that are not open any more. */
    public Digest stillOpen() {
        return new Digest(
                events.stream()
                        .filter(event -> event.type() != DriftEvent.Type.RESOLVED)
                        .toList(),
                rest.stillOpen());
    }
}
