package io.evenkeel.collector.read;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of one attempt to read a whole catalog. */
public sealed interface Reading {
    /**
     * A validated reading.
     *
     * @param objects of all kinds but the unread ones, in no order; handed over, so that nobody may change the map any more
     * @param unread the kinds, or parts of kinds, that could not be read: nothing may be said of their objects
     * @param stale of the objects those that kept changing and stay as an earlier reading found them
     * @param readAt the last instant for which it is known to be true
     * @param snapshot {@code pg_current_snapshot()} at that instant
     * @param deeds what a witness saw of what changed since the last reading, newest first
     */
    record Complete(
            Map<ObjectKey, CatalogObject> objects,
            List<KindDescriptor> kinds,
            List<Unread> unread,
            Set<ObjectKey> stale,
            ServerIdentity server,
            Consistency consistency,
            Instant readAt,
            Duration duration,
            String snapshot,
            List<Deed> deeds)
            implements Reading {
        public Complete {
            objects = Collections.unmodifiableMap(objects);
            kinds = List.copyOf(kinds);
            unread = List.copyOf(unread);
            stale = Set.copyOf(stale);
            deeds = List.copyOf(deeds);
        }

        /** Whether a later reading of the same catalogs can say no more. */
        public boolean isSettled() {
            return consistency == Consistency.EXACT
                    && unread.stream()
                            .noneMatch(kind -> kind.reason() == UnknownReason.LOCKED
                                    || kind.reason() == UnknownReason.CONCURRENT_DDL);
        }

        /** The same reading with other objects. */
        Complete of(Map<ObjectKey, CatalogObject> others) {
            return new Complete(others, kinds, unread, stale, server, consistency, readAt, duration, snapshot, deeds);
        }

        /** The same reading with what a witness saw. */
        Complete witnessed(List<Deed> seen) {
            return new Complete(objects, kinds, unread, stale, server, consistency, readAt, duration, snapshot, seen);
        }
    }

    /** Nothing may be said of the environment. */
    record Failed(Failure failure) implements Reading {}
}
