package io.evenkeel.analyzer.topology;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.SnapshotRef;
import io.evenkeel.contract.wire.WireRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drift from its first event to its last, and everything that must not make one. */
class LifeTest {
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
        assertThat(bench.lastState().unknown()).isEmpty();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void addedColumnOpensChangesAndResolves() {
        bench.publish(STAGING, staging.has(COLUMN).snapshot());
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.OPENED);
        assertThat(bench.open()).singleElement().satisfies(drift -> {
            assertThat(drift.difference().key()).isEqualTo(COLUMN.key());
            assertThat(drift.difference().change()).isEqualTo(Change.UNEXPECTED);
        });
        assertThat(bench.lastState().openDrifts()).isEqualTo(1);

        bench.publish(PRODUCTION, production.has(OTHER_COLUMN).snapshot());
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.CHANGED);
        assertThat(bench.open())
                .extracting(drift -> drift.difference().change())
                .containsExactly(Change.DIFFERENT);

        bench.publish(PRODUCTION, production.has(COLUMN).snapshot());
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.RESOLVED);
        assertThat(bench.open()).isEmpty();
        assertThat(bench.lastState().openDrifts()).isZero();
    }

    @Test
    void droppedTableFoldsItsColumns() {
        bench.publish(PRODUCTION, production.has(COLUMN).snapshot());
        bench.publish(STAGING, staging.has(COLUMN).snapshot());
        bench.events();

        bench.publish(STAGING, staging.drops(TABLE, COLUMN).snapshot());

        assertThat(bench.events())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.drift().difference().foldedCount()).isEqualTo(1));
    }

    @Test
    void nothingIsToldBeforeTheMarker() {
        List<WireRecord> records = staging.has(COLUMN).snapshot();

        bench.publish(STAGING, records.getFirst());
        bench.publish(PRODUCTION, production.snapshot());
        assertThat(bench.events()).isEmpty();
        assertThat(bench.open()).isEmpty();

        bench.publish(STAGING, records.getLast());
        assertThat(bench.events()).hasSize(1);
    }

    @Test
    void heartbeatTellsTheStateAndNoEvent() {
        int before = bench.states().size();

        bench.publish(PRODUCTION, production.snapshot());

        assertThat(bench.events()).isEmpty();
        assertThat(bench.states()).hasSize(before + 1);
        assertThat(bench.lastState().baseline()).map(SnapshotRef::sequence).contains(2L);
        assertThat(bench.lastState().target()).map(SnapshotRef::sequence).contains(1L);
        assertThat(bench.lastState().partitions()).isEqualTo(1);
    }

    @Test
    void replayedHistoryTellsNothing() {
        List<WireRecord> change = staging.has(COLUMN).snapshot();
        bench.publish(STAGING, change);
        bench.events();
        int states = bench.states().size();

        bench.publish(STAGING, change).publish(STAGING, change);

        assertThat(bench.events()).isEmpty();
        assertThat(bench.open()).hasSize(1);
        assertThat(bench.states()).hasSize(states);
    }

    @Test
    void fullRepublicationTellsNothing() {
        bench.publish(STAGING, staging.fullSnapshot());

        assertThat(bench.events()).isEmpty();
        assertThat(bench.lastState().unknown()).isEmpty();
    }

    @Test
    void tombstoneOfAnUnknownObjectChangesNothing() {
        bench.publish(STAGING, staging.drops(table("never", Map.of())).snapshot());

        assertThat(bench.events()).isEmpty();
        assertThat(bench.lastState().unknown()).isEmpty();
    }

    @Test
    void driftCarriesTheSnapshotsThatShowIt() {
        bench.publish(PRODUCTION, production.snapshot());
        bench.publish(STAGING, staging.has(COLUMN).snapshot());
        bench.publish(STAGING, staging.snapshot());

        Drift drift = bench.open().getFirst();
        assertThat(drift.baseline().sequence()).isEqualTo(2);
        assertThat(drift.target().sequence()).isEqualTo(2);
    }

    @Test
    void namesThatLookLikeOthersStayApart() {
        CatalogObject dotted = table("a.b\",\"c", Map.of());
        CatalogObject quoted = table("a.b", Map.of());

        bench.publish(STAGING, staging.has(dotted, quoted).snapshot());
        assertThat(bench.events()).hasSize(2);
        bench.publish(PRODUCTION, production.has(quoted).snapshot());

        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.RESOLVED);
        assertThat(bench.open()).extracting(drift -> drift.difference().key()).containsExactly(dotted.key());
        assertThat(dotted.parent()).isEqualTo(Optional.empty());
    }
}
