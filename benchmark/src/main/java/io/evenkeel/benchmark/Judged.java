package io.evenkeel.benchmark;

import io.evenkeel.collector.read.Reading;
import io.evenkeel.collector.read.Refreshed;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.Unread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Readings, held against what was true meanwhile. An exact one shows one state in all six objects, one that was true while
 * it was made. In any other each object shows such a state, or is told to be stale and shows one that was true when that
 * reader showed it last, or since. Of a kind that is told to be unread nothing is said. Thread-safe.
 */
final class Judged {
    private final SixObjects six;
    private final AtomicInteger exact = new AtomicInteger();
    private final AtomicInteger perObject = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final AtomicInteger whileChanged = new AtomicInteger();
    private final AtomicInteger unmoved = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();

    Judged(SixObjects six) {
        this.six = six;
    }

    /** How many readings were accepted; a look that found nothing is none. */
    int accepted() {
        return exact.get() + perObject.get();
    }

    String row() {
        return "| %d | %d | %d | %d | %d | %d | %d |"
                .formatted(
                        exact.get(),
                        perObject.get(),
                        givenUp.get(),
                        whileChanged.get(),
                        unmoved.get(),
                        stale.get(),
                        wrong.get());
    }

    /** Of one reader. */
    Witness witness() {
        return new Witness();
    }

    /** Remembers what one reader showed last. For one thread. */
    final class Witness {
        private final Map<ObjectKey, Integer> last = new HashMap<>();
        private final long since = System.nanoTime();

        void reads(Supplier<Reading> reader) {
            looks(() -> new Refreshed.Read(reader.get()));
        }

        void looks(Supplier<Refreshed> reader) {
            int before = six.made();
            long from = System.nanoTime();
            Refreshed refreshed = reader.get();
            long to = System.nanoTime();
            switch (refreshed) {
                case Refreshed.Unmoved still -> {
                    unmoved.incrementAndGet();
                    judge(last, from, to, true, "a look that found nothing");
                }
                case Refreshed.Read read -> {
                    if (six.begun() > before) {
                        whileChanged.incrementAndGet();
                    }
                    judge(read.reading(), from, to);
                }
            }
        }

        private void judge(Reading reading, long from, long to) {
            switch (reading) {
                case Reading.Failed failed -> givenUp.incrementAndGet();
                case Reading.Complete complete -> {
                    boolean together = complete.consistency() == Consistency.EXACT;
                    (together ? exact : perObject).incrementAndGet();
                    Map<ObjectKey, Integer> shown = shown(complete);
                    Map<ObjectKey, Integer> fresh = new HashMap<>(shown);
                    fresh.keySet().removeAll(complete.stale());
                    judge(fresh, from, to, together, "a reading");
                    for (ObjectKey kept : SixObjects.KEYS) {
                        if (complete.stale().contains(kept)) {
                            stale.incrementAndGet();
                            judgeStale(shown.getOrDefault(kept, -1), last.getOrDefault(kept, 0), to);
                        }
                    }
                    last.putAll(shown);
                }
            }
        }

        private void judge(Map<ObjectKey, Integer> shown, long from, long to, boolean together, String what) {
            boolean one = new HashSet<>(shown.values()).size() <= 1;
            if (together && !one || !shown.values().stream().allMatch(state -> six.mayHaveBeen(state, from, to))) {
                wrong(what, shown);
            }
        }

        /** It was true, and it is not older than what was shown before. */
        private void judgeStale(int state, int before, long to) {
            if (state < before || !six.mayHaveBeen(state, since, to)) {
                wrong("a stale object", Map.of());
            }
        }

        private void wrong(String what, Map<ObjectKey, Integer> shown) {
            wrong.incrementAndGet();
            System.out.println("wrong: " + what + " of state " + six.made() + ": " + shown);
        }
    }

    /** An object that is missing though its kind was read shows the state -1, which never was. */
    private static Map<ObjectKey, Integer> shown(Reading.Complete reading) {
        Set<ObjectKind> unread = reading.unread().stream().map(Unread::kind).collect(Collectors.toSet());
        Map<ObjectKey, Integer> shown = new HashMap<>();
        for (ObjectKey key : SixObjects.KEYS) {
            CatalogObject object = reading.objects().get(key);
            if (object != null) {
                shown.put(key, SixObjects.state(object));
            } else if (!unread.contains(key.kind())) {
                shown.put(key, -1);
            }
        }
        return shown;
    }
}
