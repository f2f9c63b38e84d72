package io.evenkeel.analyzer.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.RowCount;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TolerancesTest {
    private static final ObjectKind VOLUME = new ObjectKind("volume");
    private static final KindDescriptor DESCRIPTOR = new KindDescriptor(
            VOLUME, "Volumes", "data", Severity.WARNING, new TreeMap<>(), 1, Set.of(), new TreeMap<>());
    private static final Tolerances PLANS = new Tolerances(List.of(
            new Tolerances.Tolerance("public.*", BigDecimal.TEN),
            new Tolerances.Tolerance("public.plans", BigDecimal.ZERO)));

    private static CatalogObject rows(String table, String attribute, long count) {
        ObjectKey key = new ObjectKey(VOLUME, List.of("public", table));
        return new CatalogObject(
                key,
                List.of("public", table),
                Optional.empty(),
                Attributes.NONE,
                Attributes.of(Map.of(attribute, new Value.Int(count))));
    }

    private static Differences diff(CatalogObject baseline, CatalogObject target, Tolerances tolerances) {
        Side ours = new Side(new Environment("production"), List.of(DESCRIPTOR), List.of(), Optional.of(17));
        Side theirs = new Side(new Environment("staging"), List.of(DESCRIPTOR), List.of(), Optional.of(17));
        return Differ.diff(
                Map.of(baseline.key(), baseline),
                Map.of(target.key(), target),
                Scope.between(ours, theirs, tolerances));
    }

    @Test
    void withoutAToleranceNothingIsExpectedOfRows() {
        Differences found = diff(rows("plans", RowCount.EXACT, 3), rows("plans", RowCount.EXACT, 4), Tolerances.NONE);

        assertThat(found.differences()).isEmpty();
        assertThat(found.unmeasured()).isEmpty();
    }

    @Test
    void rowsFurtherApartThanTheToleranceAreDrift() {
        assertThat(diff(rows("plans", RowCount.EXACT, 3), rows("plans", RowCount.EXACT, 4), PLANS)
                        .differences())
                .flatExtracting("attributes")
                .containsExactly(new AttributeDifference(RowCount.EXACT, new Value.Int(3), new Value.Int(4)));
    }

    @Test
    void theLongestPatternDecides() {
        assertThat(diff(rows("orders", RowCount.ESTIMATE, 100), rows("orders", RowCount.ESTIMATE, 90), PLANS)
                        .differences())
                .isEmpty();
        assertThat(diff(rows("orders", RowCount.ESTIMATE, 100), rows("orders", RowCount.ESTIMATE, 111), PLANS)
                        .differences())
                .hasSize(1);
    }

    @Test
    void aCountAndAnEstimateAreNotHeldAgainstEachOther() {
        Differences found = diff(rows("plans", RowCount.EXACT, 3), rows("plans", RowCount.ESTIMATE, 3), PLANS);

        assertThat(found.differences()).isEmpty();
        assertThat(found.unmeasured()).extracting("reason").containsExactly(UnknownReason.UNCOUNTED);
    }
}
