package io.evenkeel.collector.profile;

import io.evenkeel.collector.query.IdentityColumns;
import io.evenkeel.contract.catalog.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be known of the kinds of a reading.
 *
 * @param identities of the kinds that were read
 * @param measurements kinds whose objects are numbers, which are nobody's
 * @param clusterWide kinds that all databases of a server share
 */
public record KindFacts(
        Map<ObjectKind, IdentityColumns> identities, Set<ObjectKind> measurements, Set<ObjectKind> clusterWide) {
    private static final IdentityColumns NONE = new IdentityColumns(List.of(), -1);

    public KindFacts {
        identities = Map.copyOf(identities);
        measurements = Set.copyOf(measurements);
        clusterWide = Set.copyOf(clusterWide);
    }

    IdentityColumns identity(ObjectKind kind) {
        return identities.getOrDefault(kind, NONE);
    }
}
