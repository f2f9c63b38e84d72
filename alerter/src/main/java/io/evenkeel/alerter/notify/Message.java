package io.evenkeel.alerter.notify;

import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps of drifts of one comparison that go out together.
 *
 * @param id the same at every attempt: the receiver can tell a repeat by it
 * @param told all steps in the order in which they happened; of very many, the newest of the worst drifts
 * @param fresh the newest step of each drift that no message of before has told
 * @param conversations the messages of before that told the same drifts first
 * @param decided ids of the steps that people's decisions made, and nothing in the databases
 */
public record Message(
        String id,
        Comparison comparison,
        Digest told,
        Digest fresh,
        List<Conversation> conversations,
        Set<String> decided) {
    public Message {
        conversations = List.copyOf(conversations);
        decided = Set.copyOf(decided);
    }

    /** The steps that are told one by one. */
    public List<DriftEvent> events() {
        return told.events();
    }

    /** The newest step of each drift. */
    public Digest latest() {
        Map<String, DriftEvent> last = new LinkedHashMap<>();
        events().forEach(event -> last.put(event.drift().id(), event));
        return new Digest(List.copyOf(last.values()), told.rest());
    }
}
