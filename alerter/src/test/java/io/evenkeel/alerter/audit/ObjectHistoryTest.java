package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectHistoryTest {
    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void theVersionsOfAnObjectAreWhatItWasAtEveryMoment(long seed) {
        PastWorld world = new PastWorld(Samples.PRODUCTION, seed).live(40);
        try (AuditFixture fixture = new AuditFixture();
                AuditDatabase database = AuditDatabase.open(fixture.settings())) {
            Store store = new Store(database, Clock.fixed(world.states.lastKey(), ZoneOffset.UTC));
            world.batches().forEach(store::write);
            ObjectHistory history = new ObjectHistory(database);
            Set<ObjectKey> keys = new TreeSet<>();
            world.states.values().forEach(state -> keys.addAll(state.keySet()));

            assertThat(keys).hasSizeGreaterThan(10);
            for (ObjectKey key : keys) {
                List<ObjectVersion> versions = history.of(Samples.PRODUCTION, key, 1000);
                for (Map.Entry<Instant, Map<ObjectKey, CatalogObject>> state : world.states.entrySet()) {
                    assertThat(at(versions, state.getKey()))
                            .as("%s at %s", key, state.getKey())
                            .isEqualTo(Optional.ofNullable(state.getValue().get(key)));
                }
                assertThat(history.of(Samples.PRODUCTION, key, 1)).isEqualTo(versions.subList(0, 1));
                assertThat(history.of(Samples.STAGING, key, 1)).isEmpty();
            }
        }
    }

    private static Optional<CatalogObject> at(List<ObjectVersion> versions, Instant instant) {
        List<CatalogObject> valid = versions.stream()
                .filter(version -> version.from()
                                .filter(from -> !from.isAfter(instant))
                                .isPresent()
                        && version.to().filter(to -> !to.isAfter(instant)).isEmpty())
                .map(ObjectVersion::object)
                .toList();
        assertThat(valid).hasSizeLessThan(2);
        return valid.stream().findFirst();
    }
}
