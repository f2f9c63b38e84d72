package io.evenkeel.collector.read;

import io.evenkeel.contract.snapshot.Failure;

/** What a server says when it is asked whether it is there and whether anything has moved. */
public sealed interface Pulse {
    /**
     * It is there.
     *
     * @param snapshot {@code pg_current_snapshot()}: as long as it stays the same, nothing has been committed
     * @param startedAt {@code pg_postmaster_start_time()}: across a start, the snapshot's text proves nothing
     * @param changes how many rows of each catalog were ever changed, as PostgreSQL writes an array; empty where the server
     *     cannot tell cheaply
     */
    record Beat(String snapshot, String startedAt, boolean inRecovery, String changes) implements Pulse {}

    /** It does not answer, or not to us. */
    record Lost(Failure failure) implements Pulse {}
}
