package io.evenkeel.alerter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.contract.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A volume on both sides, shown beside the drift; environments are expected to differ in it.
 *
 * @param name of what is measured
 * @param baseline absent where the side has no such object or did not measure it
 * @param target absent where the side has no such object or did not measure it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Measurement(ObjectKey key, String name, Optional<Long> baseline, Optional<Long> target) {
    /** Whether the sides differ. */
    public boolean differs() {
        return !baseline.equals(target);
    }

    static List<Measurement> of(Map<Volume, Long> baseline, Map<Volume, Long> target) {
        SortedSet<Volume> volumes = new TreeSet<>(baseline.keySet());
        volumes.addAll(target.keySet());
        List<Measurement> measurements = new ArrayList<>();
        for (Volume volume : volumes) {
            measurements.add(new Measurement(
                    volume.key(),
                    volume.name(),
                    Optional.ofNullable(baseline.get(volume)),
                    Optional.ofNullable(target.get(volume))));
        }
        return measurements;
    }
}
