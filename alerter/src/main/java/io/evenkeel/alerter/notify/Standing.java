package io.evenkeel.alerter.notify;

import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.util.List;

/**
 * What is open now and what was just resolved.
 *
 * @param open worst first
 * @param resolved those of the last minutes
 */
public record Standing(List<Drift> open, List<DriftEvent> resolved) {
    public Standing {
        open = List.copyOf(open);
        resolved = List.copyOf(resolved);
    }
}
