package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Fingerprint;
import io.evenkeel.contract.snapshot.Slice;
import java.util.Optional;

/**
 * What the objects of one environment in one partition add up to.
 *
 * @param dirty objects have moved since the last marker
 * @param trouble why the slice cannot be trusted, until a marker agrees with it again
 */
record SliceState(long objects, Fingerprint fingerprint, boolean dirty, Optional<String> trouble) {
    static final SliceState EMPTY = new SliceState(0, Fingerprint.EMPTY, false, Optional.empty());

    SliceState plus(ContentHash hash) {
        return new SliceState(objects + 1, fingerprint.plus(hash), true, trouble);
    }

    SliceState minus(ContentHash hash) {
        return new SliceState(objects - 1, fingerprint.minus(hash), true, trouble);
    }

    SliceState distrusted(String why) {
        return new SliceState(objects, fingerprint, dirty, Optional.of(why));
    }

    /** After a marker: trusted only if it describes this very slice. */
    SliceState closed(Slice marked, int partition) {
        return new SliceState(objects, fingerprint, false, disagreement(marked, partition));
    }

    boolean agrees(Slice marked) {
        return marked.objects() == objects && marked.fingerprint().equals(fingerprint.hex());
    }

    private Optional<String> disagreement(Slice marked, int partition) {
        if (marked.partition() != partition) {
            return Optional.of("the marker in partition " + partition + " is of slice " + marked.partition()
                    + ": the topic needs its collector's number of partitions, " + marked.partitions());
        }
        if (!agrees(marked)) {
            return Optional.of("the marker of slice " + partition + " tells of " + marked.objects()
                    + " objects with fingerprint " + marked.fingerprint() + ", the topic holds " + objects + " with "
                    + fingerprint.hex()
                    + ": it heals with the next marker that agrees, at the latest after 'evenkeel collect --republish'"
                    + " for this environment");
        }
        return Optional.empty();
    }
}
