package io.evenkeel.analyzer.topology;

import static io.evenkeel.contract.Samples.NOON;
import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a drift comes from: the side that moved, between which snapshots, and who did it. */
class AttributionTest {
    private static final CatalogObject TABLE = table("t", Map.of());
    private static final CatalogObject COLUMN = column("t", "c", "text");
    private static final CatalogObject OTHER_COLUMN = column("t", "c", "integer");

    private final Bench bench = new Bench(new Comparison(PRODUCTION, STAGING));
    private final FakeCollector production = new FakeCollector(PRODUCTION).has(TABLE);
    private final FakeCollector staging = new FakeCollector(STAGING).has(TABLE);

    @BeforeEach
    void bothSidesAreEqual() {
        bench.publish(PRODUCTION, production.snapshot());
        bench.publish(STAGING, staging.snapshot());
        assertThat(bench.events()).isEmpty();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Witnessed by(String role) {
        return new Witnessed(
                NOON, "ALTER TABLE", Optional.of("public.t"), role, role, Optional.of("psql"), Optional.empty(), 0);
    }

    private static Instant second(int sequence) {
        return NOON.plusSeconds(sequence);
    }

    private Attribution attribution() {
        return bench.events().getLast().drift().attribution().orElseThrow();
    }

    @Test
    void everyStepSaysWhoMadeItAndOnWhichSide() {
        bench.publish(STAGING, staging.has(COLUMN).by(by("alice")).snapshot());
        assertThat(bench.open())
                .singleElement()
                .satisfies(drift -> assertThat(drift.attribution())
                        .contains(new Attribution(STAGING, second(1), second(2), Optional.of(by("alice")))));
        assertThat(attribution().witnessed()).contains(by("alice"));

        bench.publish(PRODUCTION, production.has(OTHER_COLUMN).by(by("bob")).snapshot());
        assertThat(attribution()).isEqualTo(new Attribution(PRODUCTION, second(1), second(2), Optional.of(by("bob"))));

        bench.publish(STAGING, staging.drops(COLUMN).by(by("carol")).snapshot());
        bench.publish(PRODUCTION, production.drops(OTHER_COLUMN).by(by("dave")).snapshot());
        assertThat(attribution().witnessed()).contains(by("dave"));
        assertThat(bench.open()).isEmpty();
    }

    @Test
    void withoutAWitnessTheTwoSnapshotsBoundIt() {
        bench.publish(STAGING, staging.snapshot());
        bench.publish(STAGING, staging.has(COLUMN).snapshot());
        assertThat(attribution()).isEqualTo(new Attribution(STAGING, second(2), second(3), Optional.empty()));
    }

    @Test
    void theWindowBeginsBeforeTheChangeAlsoWhereItIsComparedLate() {
        bench.publish(PRODUCTION, production.fails(UnknownReason.UNREACHABLE).snapshot());
        bench.publish(STAGING, staging.has(COLUMN).by(by("alice")).snapshot());
        bench.publish(STAGING, staging.snapshot());
        assertThat(bench.events()).isEmpty();
        bench.publish(PRODUCTION, production.recovers().snapshot());
        assertThat(attribution()).isEqualTo(new Attribution(STAGING, second(1), second(3), Optional.of(by("alice"))));
    }

    @Test
    void whereBothSidesMovedUnseenNobodyIsNamed() {
        bench.publish(PRODUCTION, production.fails(UnknownReason.UNREACHABLE).snapshot());
        bench.publish(STAGING, staging.has(COLUMN).snapshot());
        bench.publish(PRODUCTION, production.recovers().has(OTHER_COLUMN).snapshot());
        assertThat(bench.events())
                .extracting(event -> event.drift().attribution())
                .containsExactly(Optional.empty());
    }

    @Test
    void whatWasAttributedIsNotAttributedAgain() {
        bench.publish(STAGING, staging.has(COLUMN).by(by("alice")).snapshot());
        bench.events();
        bench.publish(PRODUCTION, production.has(COLUMN).snapshot());
        assertThat(bench.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DriftEvent.Type.RESOLVED);
            assertThat(event.drift().attribution())
                    .contains(new Attribution(PRODUCTION, second(1), second(2), Optional.empty()));
        });
    }
}
