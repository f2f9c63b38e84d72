package io.evenkeel.collector.probe;

import io.evenkeel.contract.snapshot.Failure;

/** What a probe found out. */
public sealed interface Verdict {
    /** The catalog is as it was when it was read last. */
    record Unchanged() implements Verdict {}

    /** Something was committed since; no catalog is known to have moved. */
    record Committed() implements Verdict {}

    /** A catalog moved, maybe by a temporary table. */
    record Moved() implements Verdict {}

    /** Nothing is known of what happened since: only a reading of everything tells. */
    record Doubt() implements Verdict {}

    /** The server does not answer, or not to us. */
    record Lost(Failure failure) implements Verdict {}
}
