package io.evenkeel.alerter.notify;

import io.evenkeel.contract.drift.DriftEvent;
import java.util.List;
import java.util.Optional;

/**
 * A message of before, some of whose drifts have moved on.
 *
 * @param id of that message
 * @param reference what the receiver called it
 * @param events the newest of each drift that it told first, or of the worst of them
 * @param rest the others
 */
public record Conversation(String id, Optional<String> reference, List<DriftEvent> events, Tally rest) {
    public Conversation {
        events = List.copyOf(events);
    }

    public Digest digest() {
        return new Digest(events, rest);
    }

    /** Whether nothing that it told is open any more. */
    public boolean over() {
        return digest().stillOpen().isEmpty();
    }
}
