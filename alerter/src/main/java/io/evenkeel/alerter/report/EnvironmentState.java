package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one environment stands: as the target of its comparisons, or as a baseline that can be read.
 *
 * @param unknown what could not be measured of it; with an entry without a kind its status is unknown
 * @param heardAt when its collector last said anything (UTC)
 */
public record EnvironmentState(
        Environment environment, Status status, List<Unknown> unknown, Side side, Optional<Instant> heardAt) {
    public EnvironmentState {
        unknown = List.copyOf(unknown);
    }

    /** Why the environment as a whole is unknown. */
    public Optional<Unknown> whole() {
        return unknown.stream().filter(each -> each.kind().isEmpty()).findFirst();
    }
}
