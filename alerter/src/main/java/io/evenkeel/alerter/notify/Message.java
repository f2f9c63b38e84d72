package io.evenkeel.alerter.notify;

import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events of one comparison that go out together.
 *
 * @param id the same at every attempt: the receiver can tell a repeat by it
 * @param events in the order in which they happened
 * @param conversations the messages of before that told the same drifts first
 */
public record Message(String id, Comparison comparison, List<DriftEvent> events, List<Conversation> conversations) {
    public Message {
        events = List.copyOf(events);
        conversations = List.copyOf(conversations);
    }

    /** The newest event of each drift. */
    public Collection<DriftEvent> latest() {
        Map<String, DriftEvent> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.drift().id(), event));
        return List.copyOf(last.values());
    }

    /** The newest event of each drift that no message of before has told. */
    public List<DriftEvent> fresh() {
        Set<String> told = conversations.stream()
                .flatMap(conversation -> conversation.events().stream())
                .map(event -> event.drift().id())
                .collect(Collectors.toSet());
        return latest().stream()
                .filter(event -> !told.contains(event.drift().id()))
                .toList();
    }

    /** Those of {@link #fresh()} that are still open. */
    public List<DriftEvent> freshAndOpen() {
        return fresh().stream()
                .filter(event -> event.type() != DriftEvent.Type.RESOLVED)
                .toList();
    }
}
