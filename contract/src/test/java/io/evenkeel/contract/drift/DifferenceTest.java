package io.evenkeel.contract.drift;

import static io.evenkeel.contract.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final KindDescriptor COLUMN = new KindDescriptor(
            new ObjectKind("column"),
            "columns",
            "structure",
            Severity.WARNING,
            new TreeMap<>(Map.of("missing", Severity.CRITICAL, "comment", Severity.INFO, "secret", Severity.CRITICAL)),
            1,
            Set.of(),
            new TreeMap<>());

    @Test
    void worstAttributeDecides() {
        assertThat(different("comment").severity(COLUMN)).isEqualTo(Severity.INFO);
        assertThat(different("comment", "type").severity(COLUMN)).isEqualTo(Severity.WARNING);
        assertThat(different("comment", "type", "secret").severity(COLUMN)).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void wholeObjectsHaveASeverityOfTheirOwn() {
        Difference missing = Samples.missing(Samples.column("t", "c", "text"));

        assertThat(missing.severity(COLUMN)).isEqualTo(Severity.CRITICAL);
        assertThat(missing.foldedCount()).isEqualTo(1);
    }

    @Test
    void environmentIsNotComparedWithItself() {
        assertThatThrownBy(() -> new Comparison(STAGING, STAGING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two different environments");
    }

    private static Difference different(String... attributes) {
        return new Difference(
                Samples.column("t", "c", "text").key(),
                Optional.empty(),
                Change.DIFFERENT,
                List.of(attributes).stream()
                        .map(name -> new AttributeDifference(name, Value.NULL, new Value.Int(1)))
                        .toList(),
                new TreeMap<>());
    }
}
