package io.evenkeel.contract.drift;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.evenkeel.contract.catalog.Absent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a comparison is measured in one partition, told at every evaluation: the heartbeat of the analyzer.
 *
 * @param baseline the snapshot that was compared; absent where there is none yet
 * @param target the snapshot that was compared; absent where there is none yet
 * @param unknown what could not be measured; empty: everything was
 * @param openDrifts how many drifts are open in this partition
 * @param evaluatedAt when (UTC)
 * @param heardAt when the newest words of both collectors, of which this knows, were said: of the older one (UTC); absent
 *     before there are two
 * @param took how long this partition was compared for; absent where nothing could be
 */
public record ComparisonState(
        Comparison comparison,
        int partition,
        int partitions,
        Optional<SnapshotRef> baseline,
        Optional<SnapshotRef> target,
        List<Unknown> unknown,
        long openDrifts,
        Instant evaluatedAt,

        @JacksonInject(value = Absent.FIELD, useInput = OptBoolean.TRUE)
        Optional<Instant> heardAt,

        @JacksonInject(value = Absent.SECOND_FIELD, useInput = OptBoolean.TRUE)
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Duration> took) {
    public ComparisonState {
        unknown = List.copyOf(unknown);
    }
}
