package io.evenkeel.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.Samples;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MajorRangeTest {
    @Test
    void objectWithoutBoundsIsPossibleEverywhere() {
        assertThat(MajorRange.holds(carrying(Map.of()), Optional.of(13))).isTrue();
        assertThat(MajorRange.holds(carrying(Map.of(MajorRange.SINCE, Value.NULL)), Optional.of(13)))
                .isTrue();
    }

    @Test
    void boundsAreInclusive() {
        CatalogObject bounded =
                carrying(Map.of(MajorRange.SINCE, new Value.Int(14), MajorRange.UNTIL, new Value.Int(16)));

        assertThat(MajorRange.holds(bounded, Optional.of(13))).isFalse();
        assertThat(MajorRange.holds(bounded, Optional.of(14))).isTrue();
        assertThat(MajorRange.holds(bounded, Optional.of(16))).isTrue();
        assertThat(MajorRange.holds(bounded, Optional.of(17))).isFalse();
    }

    @Test
    void serverOfUnknownMajorMayHaveIt() {
        assertThat(MajorRange.holds(carrying(Map.of(MajorRange.SINCE, new Value.Int(14))), Optional.empty()))
                .isTrue();
    }

    private static CatalogObject carrying(Map<String, Value> carried) {
        CatalogObject table = Samples.table("t", Map.of());
        return new CatalogObject(table.key(), table.root(), table.parent(), table.compared(), Attributes.of(carried));
    }
}
