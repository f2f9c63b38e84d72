package io.evenkeel.collector.probe;

import io.evenkeel.contract.snapshot.Failure;

/** What a probe found out. */
public sealed interface Verdict {
    /** The catalog is as it was when it was read last. */
    record Unchanged() implements Verdict {}

    /** Something was committed since; it need not concern the catalog. */
    record Changed() implements Verdict {}

    /** The server does not answer, or not to us. */
    record Lost(Failure failure) implements Verdict {}
}
