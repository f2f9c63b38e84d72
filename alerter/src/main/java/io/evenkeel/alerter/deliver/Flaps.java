package io.evenkeel.alerter.deliver;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts how often the drift of each object opened lately. For one thread. */
final class Flaps {
    private record Name(Comparison comparison, ObjectKey key) {
        static Name of(Drift drift) {
            return new Name(drift.comparison(), drift.difference().key());
        }
    }

    /** An object that flaps: the episode that said so, and when that was last said. */
    private record Notice(String episode, Instant at) {}

    private final int opens;
    private final Duration within;
    private final Map<Name, Deque<Instant>> openings = new HashMap<>();
    private final Map<Name, Notice> notices = new HashMap<>();

    Flaps(int opens, Duration within) {
        this.opens = opens;
        this.within = within;
    }

    /** Forgets what is too old to count. */
    void prune(Instant now) {
        Instant since = now.minus(within);
        openings.values().removeIf(times -> {
            times.removeIf(time -> time.isBefore(since));
            return times.isEmpty();
        });
        notices.keySet().removeIf(name -> !openings.containsKey(name));
    }

    /** Returns whether this opening makes it flap. */
    boolean opened(Drift drift, Instant time, Instant now) {
        if (time.isBefore(now.minus(within))) {
            return false;
        }
        Deque<Instant> times = openings.computeIfAbsent(Name.of(drift), any -> new ArrayDeque<>());
        times.addLast(time);
        boolean turned = times.size() == opens;
        if (turned) {
            notices.put(Name.of(drift), new Notice(drift.id(), now));
        }
        return turned;
    }

    boolean flapping(Drift drift) {
        return count(drift) >= opens;
    }

    private int count(Drift drift) {
        return Optional.ofNullable(openings.get(Name.of(drift)))
                .map(Deque::size)
                .orElse(0);
    }

    /** The episode under which it is to be said again that the object flaps, once in the time. */
    Optional<String> due(Drift drift, Instant now) {
        return Optional.ofNullable(notices.get(Name.of(drift)))
                .filter(notice -> !now.isBefore(notice.at().plus(within)))
                .map(Notice::episode);
    }

    /** It was said. */
    void said(Drift drift, Instant now) {
        notices.computeIfPresent(Name.of(drift), (name, notice) -> new Notice(notice.episode(), now));
    }

    /** For people. */
    String sentence(Drift drift) {
        return "Flapping: opened %d times within %d minutes. It is told once in this time until it settles."
                .formatted(count(drift), Math.max(1, within.toMinutes()));
    }
}
