package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The versions of one object in a batch: the one that was stored before, those that came and went, the one that stays. */
final class Track {
    private final Optional<Stored> before;
    private final List<Past> past = new ArrayList<>();
    private OptionalLong ended = OptionalLong.empty();
    private Optional<Fresh> now = Optional.empty();

    /** A version that is in the database already. */
    record Stored(long from, ContentHash hash, long mark) {}

    /** A version of this batch. */
    record Fresh(long from, StoredObject object) {}

    /** A version of this batch that no snapshot from {@code to} on shows. */
    record Past(Fresh version, long to) {}

    Track(Optional<Stored> before) {
        this.before = before;
    }

    Optional<ContentHash> hash() {
        return now.map(fresh -> fresh.object().hash())
                .or(() -> ended.isEmpty() ? before.map(Stored::hash) : Optional.empty());
    }

    void put(long ordinal, StoredObject object) {
        end(ordinal);
        now = Optional.of(new Fresh(ordinal, object));
    }

    void end(long ordinal) {
        now.filter(fresh -> fresh.from() < ordinal).ifPresent(fresh -> past.add(new Past(fresh, ordinal)));
        now = Optional.empty();
        if (before.isPresent() && ended.isEmpty()) {
            ended = OptionalLong.of(ordinal);
        }
    }

    /** The mark of the version that begins there. */
    Optional<Long> beginsAt(long ordinal) {
        return now.filter(fresh -> fresh.from() == ordinal)
                .map(fresh -> fresh.object().mark())
                .or(() -> ended.isEmpty()
                        ? before.filter(stored -> stored.from() == ordinal).map(Stored::mark)
                        : Optional.empty());
    }

    /** Whether a version that some snapshot shows ends there. */
    boolean endsAt(long ordinal) {
        return past.stream().anyMatch(version -> version.to() == ordinal)
                || (before.stream().anyMatch(stored -> stored.from() < ordinal)
                        && ended.equals(OptionalLong.of(ordinal)));
    }

    /** Where the version that was stored before ends, if it does. */
    OptionalLong ended() {
        return ended;
    }

    List<Past> past() {
        return past;
    }

    Optional<Fresh> now() {
        return now;
    }
}
