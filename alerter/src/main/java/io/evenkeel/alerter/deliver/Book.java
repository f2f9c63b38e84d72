package io.evenkeel.alerter.deliver;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What every receiver was told, as the audit database has it, and what is to be written there. For one thread. */
final class Book {
    /** One row of it. */
    record Entry(String receiver, String episode) {}

    private final Map<String, Map<String, Told>> told = new HashMap<>();
    private final Map<Entry, Optional<Tell>> changes = new LinkedHashMap<>();
    private final Map<String, Instant> missedSince = new HashMap<>();

    void load(String receiver, String episode, Told entry) {
        of(receiver).put(episode, entry);
    }

    Map<String, Told> of(String receiver) {
        return told.computeIfAbsent(receiver, any -> new HashMap<>());
    }

    Optional<Told> told(String receiver, String episode) {
        return Optional.ofNullable(of(receiver).get(episode));
    }

    void open(Tell tell) {
        of(tell.receiver())
                .put(tell.episode(), new Told(tell.telling(), tell.drift().changedAt()));
        changes.put(new Entry(tell.receiver(), tell.episode()), Optional.of(tell));
    }

    void end(String receiver, String episode) {
        of(receiver).remove(episode);
        changes.put(new Entry(receiver, episode), Optional.empty());
    }

    /** What is different since this was last asked: entries with the step that made them, or empty where they end. */
    Map<Entry, Optional<Tell>> takeChanges() {
        Map<Entry, Optional<Tell>> taken = new LinkedHashMap<>(changes);
        changes.clear();
        return taken;
    }

    /** Since when an episode is neither open nor known to be resolved. */
    Instant missed(String episode, Instant now) {
        return missedSince.computeIfAbsent(episode, any -> now);
    }

    void found(Iterable<String> episodes) {
        if (!missedSince.isEmpty()) {
            episodes.forEach(missedSince::remove);
        }
    }

    void forgetMissed(String episode) {
        missedSince.remove(episode);
    }
}
