package io.evenkeel.collector.read;

import io.evenkeel.contract.snapshot.Failure;
import java.util.List;

/** What a server says when it is asked whether it is there and whether anything has moved. */
public sealed interface Pulse {
    /**
     * It is there.
     *
     * @param snapshot {@code pg_current_snapshot()}: as long as it stays the same, nothing has been committed
     * @param startedAt {@code pg_postmaster_start_time()}: across a start, the snapshot's text proves nothing
     * @param changes how many rows of each catalog were ever changed; empty where the server cannot tell cheaply
     */
    record Beat(String snapshot, String startedAt, boolean inRecovery, List<Long> changes) implements Pulse {
        public Beat {
            changes = List.copyOf(changes);
        }
    }

    /** It does not answer, or not to us. */
    record Lost(Failure failure) implements Pulse {}
}
