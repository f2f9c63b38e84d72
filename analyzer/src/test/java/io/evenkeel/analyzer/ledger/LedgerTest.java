package io.evenkeel.analyzer.ledger;

import static io.evenkeel.contract.Samples.NOON;
import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.analyzer.Worlds;
import io.evenkeel.analyzer.compare.Comparer;
import io.evenkeel.analyzer.compare.Finding;
import io.evenkeel.analyzer.diff.Scope;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.SnapshotRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {
    private static final Scope SCOPE =
            Scope.between(Worlds.side(PRODUCTION, 17), Worlds.side(STAGING, 17), Tolerances.NONE);
    private static final Predicate<Difference> NOTHING_HIDDEN = difference -> false;
    private static final Map<ObjectKey, CatalogObject> WITH_TEXT = objects("text");
    private static final Map<ObjectKey, CatalogObject> WITH_INTEGER = objects("integer");
    private static final Map<ObjectKey, CatalogObject> WITHOUT = Worlds.byKey(List.of(table("t", Map.of())));

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void lifeGoesFromOpenedOverChangedToResolved() {
        DriftEvent opened = only(step(List.of(), WITH_TEXT, WITHOUT, 1));
        DriftEvent changed = only(step(List.of(opened.drift()), WITH_TEXT, WITH_INTEGER, 2));
        DriftEvent resolved = only(step(List.of(changed.drift()), WITH_TEXT, WITH_TEXT, 3));

        assertThat(List.of(opened.type(), changed.type(), resolved.type()))
                .containsExactly(DriftEvent.Type.OPENED, DriftEvent.Type.CHANGED, DriftEvent.Type.RESOLVED);
        assertThat(opened.drift().id()).isEqualTo(opened.id());
        assertThat(changed.drift().id()).isEqualTo(opened.id());
        assertThat(changed.drift().openedAt()).isEqualTo(opened.time());
        assertThat(changed.drift().changedAt()).isEqualTo(changed.time());
        assertThat(changed.drift().target().sequence()).isEqualTo(2);
        assertThat(resolved.drift()).isEqualTo(changed.drift());
        assertThat(Set.of(opened.id(), changed.id(), resolved.id())).hasSize(3);
    }

    @Test
    void sameDifferenceTellsNothing() {
        DriftEvent opened = only(step(List.of(), WITH_TEXT, WITHOUT, 1));

        assertThat(step(List.of(opened.drift()), WITH_TEXT, WITHOUT, 2)).isEqualTo(new Outcome(List.of(), List.of()));
    }

    @Test
    void hiddenDriftStaysOpen() {
        DriftEvent opened = only(step(List.of(), WITH_TEXT, WITHOUT, 1));

        Outcome outcome =
                Ledger.update(List.of(opened.drift()), List.of(), difference -> true, moment(2), Movement.NONE);

        assertThat(outcome).isEqualTo(new Outcome(List.of(), List.of()));
    }

    @Test
    void newAdviceRefreshesWithoutAnEvent() {
        DriftEvent opened = only(step(List.of(), WITH_TEXT, WITHOUT, 1));
        Finding reworded = new Finding(
                opened.drift().difference(), "code", 7, opened.drift().severity(), "call me");

        Outcome outcome =
                Ledger.update(List.of(opened.drift()), List.of(reworded), NOTHING_HIDDEN, moment(2), Movement.NONE);

        assertThat(outcome.events()).isEmpty();
        assertThat(outcome.refreshed()).singleElement().satisfies(drift -> {
            assertThat(drift.advice()).isEqualTo("call me");
            assertThat(drift.baseline()).isEqualTo(opened.drift().baseline());
            assertThat(drift.changedAt()).isEqualTo(opened.time());
        });
    }

    @Test
    void newSeverityIsAChange() {
        DriftEvent opened = only(step(List.of(), WITH_TEXT, WITHOUT, 1));
        Finding milder = new Finding(opened.drift().difference(), "structure", 10, Severity.INFO, "create it");

        assertThat(only(Ledger.update(
                                List.of(opened.drift()), List.of(milder), NOTHING_HIDDEN, moment(2), Movement.NONE))
                        .type())
                .isEqualTo(DriftEvent.Type.CHANGED);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sameHistoryAlwaysHasTheSameEvents(long seed) {
        assertThat(history(seed)).isEqualTo(history(seed)).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void openDriftsAreExactlyWhatDiffersNow(long seed) {
        Random random = new Random(seed);
        Map<ObjectKey, Drift> open = new TreeMap<>();
        for (int step = 1; step <= 10; step++) {
            Map<ObjectKey, CatalogObject> baseline = Worlds.world(random);
            Map<ObjectKey, CatalogObject> target = Worlds.world(random);

            apply(open, step(open.values(), baseline, target, step));

            assertThat(open.values())
                    .extracting(Drift::difference)
                    .containsExactlyElementsOf(Comparer.compareGroup(SCOPE, baseline, target).findings().stream()
                            .map(Finding::difference)
                            .toList());
        }
    }

    private static List<String> history(long seed) {
        Random random = new Random(seed);
        Map<ObjectKey, Drift> open = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        for (int step = 1; step <= 10; step++) {
            Outcome outcome = step(open.values(), Worlds.world(random), Worlds.world(random), step);
            apply(open, outcome);
            outcome.events().forEach(event -> ids.add(event.id()));
        }
        return ids;
    }

    private static void apply(Map<ObjectKey, Drift> open, Outcome outcome) {
        Set<ObjectKey> told = new HashSet<>();
        for (DriftEvent event : outcome.events()) {
            ObjectKey key = event.drift().difference().key();
            assertThat(told.add(key)).as("one event an object and step").isTrue();
            switch (event.type()) {
                case OPENED -> assertThat(open.put(key, event.drift())).isNull();
                case CHANGED -> assertThat(open.put(key, event.drift())).isNotNull();
                case RESOLVED -> assertThat(open.remove(key)).isEqualTo(event.drift());
            }
        }
    }

    private static Outcome step(
            Collection<Drift> open,
            Map<ObjectKey, CatalogObject> baseline,
            Map<ObjectKey, CatalogObject> target,
            int sequence) {
        return Ledger.update(
                open,
                Comparer.compareGroup(SCOPE, baseline, target).findings(),
                NOTHING_HIDDEN,
                moment(sequence),
                Movement.NONE);
    }

    private static Moment moment(int sequence) {
        return new Moment(
                new Comparison(PRODUCTION, STAGING),
                new SnapshotRef(1, 1, NOON),
                new SnapshotRef(1, sequence, NOON),
                NOON.plusSeconds(sequence));
    }

    private static Map<ObjectKey, CatalogObject> objects(String type) {
        return Worlds.byKey(List.of(table("t", Map.of()), column("t", "c", type)));
    }

    private static DriftEvent only(Outcome outcome) {
        assertThat(outcome.events()).hasSize(1);
        return outcome.events().getFirst();
    }
}
