package io.evenkeel.analyzer.topology;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.wire.DriftRecord;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyzer that goes on from the state of the one before it, with the same settings or others. */
class RestartTest {
    private static final CatalogObject TABLE = table("t", Map.of());
    private static final Environment PREVIEW = new Environment("preview");
    private static final Comparison STAGING_CHECK = new Comparison(PRODUCTION, STAGING);
    private static final Comparison PREVIEW_CHECK = new Comparison(PRODUCTION, PREVIEW);

    private final FakeCollector production = new FakeCollector(PRODUCTION).has(TABLE);
    private final FakeCollector staging = new FakeCollector(STAGING);
    private final FakeCollector preview = new FakeCollector(PREVIEW);

    private final Bench first = new Bench(STAGING_CHECK, PREVIEW_CHECK);

    @BeforeEach
    void tableIsMissingInBoth() {
        first.publish(PRODUCTION, production.snapshot());
        first.publish(STAGING, staging.snapshot());
        first.publish(PREVIEW, preview.snapshot());
        assertThat(first.open()).hasSize(2);
    }

    @Test
    void restartInAnUnchangedWorldIsSilent() {
        try (Bench bench = first.restart(STAGING_CHECK, PREVIEW_CHECK)) {
            bench.passTime();
            bench.publish(PRODUCTION, production.snapshot());

            assertThat(bench.events()).isEmpty();
            assertThat(bench.states()).extracting(ComparisonState::openDrifts).containsExactly(1L, 1L);
        }
    }

    @Test
    void removedComparisonIsRetiredWithoutAnEvent() {
        try (Bench bench = first.restart(STAGING_CHECK)) {
            bench.passTime().passTime();

            assertThat(bench.events()).isEmpty();
            assertThat(bench.driftRecords())
                    .containsExactly(
                            new DriftRecord.Closed(PREVIEW_CHECK, TABLE.key()),
                            new DriftRecord.Retired(PREVIEW_CHECK, 0));
        }
    }

    @Test
    void removedComparisonThatComesBackOpensItsDriftsAnew() {
        try (Bench bench = first.restart(STAGING_CHECK).passTime().restart(STAGING_CHECK, PREVIEW_CHECK)) {
            bench.publish(PREVIEW, preview.snapshot());

            assertThat(bench.events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.drift().comparison()).isEqualTo(PREVIEW_CHECK));
        }
    }

    @Test
    void addedComparisonOfKnownEnvironmentsIsEvaluatedInFull() {
        Comparison added = new Comparison(STAGING, PREVIEW);
        try (Bench bench = first.restart(STAGING_CHECK, PREVIEW_CHECK, added)) {
            bench.publish(STAGING, staging.snapshot());

            assertThat(bench.events()).isEmpty();
            assertThat(bench.states())
                    .filteredOn(state -> state.comparison().equals(added))
                    .isNotEmpty()
                    .last()
                    .satisfies(state -> assertThat(state.unknown()).isEmpty());
        }
    }
}
