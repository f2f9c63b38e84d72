package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Attribution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectChangesTest {
    private record Change(Instant at, Optional<Witnessed> by) {}

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void ofEveryObjectTheNewestChangeIsKnownAndWhoMadeIt(long seed) {
        PastWorld world = new PastWorld(Samples.PRODUCTION, seed).live(40);
        try (AuditFixture fixture = new AuditFixture();
                AuditDatabase database = AuditDatabase.open(fixture.settings())) {
            Store store = new Store(database, Clock.fixed(world.states.lastKey(), ZoneOffset.UTC));
            world.batches().forEach(store::write);
            List<Instant> times = List.copyOf(world.states.keySet());
            for (int i = 1; i < times.size(); i++) {
                Instant earlier = times.get(i / 2);
                assertThat(changes(database, times.get(0), times.get(i)))
                        .as("seed %d, until %s", seed, times.get(i))
                        .isEqualTo(expected(world, times.get(0), times.get(i)));
                assertThat(changes(database, earlier, times.get(i)))
                        .as("seed %d, from %s until %s", seed, earlier, times.get(i))
                        .isEqualTo(expected(world, earlier, times.get(i)));
            }
        }
    }

    private static Map<ObjectKey, Change> changes(AuditDatabase database, Instant since, Instant until) {
        History history = new History(database);
        PastSnapshot first = history.at(Samples.PRODUCTION, since).orElseThrow();
        PastSnapshot last = history.at(Samples.PRODUCTION, until).orElseThrow();
        ObjectChanges changes = new ObjectChanges(database);
        assertThat(changes.until(last, Optional.of(first), Optional.of(new ObjectKind("view"))))
                .isEmpty();
        Map<ObjectKey, Change> found = new TreeMap<>();
        changes.until(last, Optional.of(first), Optional.empty())
                .forEach((key, change) -> found.put(key, change(change)));
        return found;
    }

    private static Change change(Attribution change) {
        assertThat(change.environment()).isEqualTo(Samples.PRODUCTION);
        assertThat(Duration.between(change.after(), change.until())).isPositive();
        return new Change(change.until(), change.witnessed());
    }

    private static Map<ObjectKey, Change> expected(PastWorld world, Instant since, Instant until) {
        Map<ObjectKey, Change> expected = new TreeMap<>();
        world.changes.forEach((key, times) -> Optional.ofNullable(times.floorEntry(until))
                .filter(last -> last.getKey().isAfter(since))
                .ifPresent(last -> expected.put(key, new Change(last.getKey(), last.getValue()))));
        return expected;
    }
}
