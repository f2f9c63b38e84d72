package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.Environment;

/** Another collector publishes this environment now; this one has to stop. */
public final class FencedException extends Exception {
    private static final long serialVersionUID = 1L;

    FencedException(Environment environment, Throwable cause) {
        super(
                "another collector has taken over environment " + environment
                        + ": expected one collector an environment; stop the other one and start this one again, or leave it stopped",
                cause);
    }
}
