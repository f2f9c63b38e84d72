package io.evenkeel.analyzer;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.analyzer.diff.Tolerances.Tolerance;
import io.evenkeel.analyzer.topology.AnalyzerTopology.Keep;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsException;
import io.evenkeel.runtime.settings.SettingsFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalyzerSettingsTest {
    private static final String ENVIRONMENTS = "environments: {production: {}, staging: {}}\n";

    private static AnalyzerSettings read(String yaml) {
        Section root = SettingsFile.parse("evenkeel.yaml", yaml, Map.of());
        AnalyzerSettings settings = AnalyzerSettings.from(root);
        root.check();
        return settings;
    }

    @Test
    void comparisonsNameEnvironments() {
        AnalyzerSettings settings =
                read(ENVIRONMENTS + "comparisons: [{baseline: production, target: staging}]\ndata-directory: /data\n");

        assertThat(settings.comparisons()).containsExactly(new Comparison(PRODUCTION, STAGING));
        assertThat(settings.stateDirectory()).isEqualTo(Path.of("/data/analyzer"));
        assertThat(settings.threads()).isEqualTo(1);
        assertThat(settings.keep()).isEqualTo(Keep.MEMORY);
        assertThat(settings.eventsRetention()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void rowsMayBeHeldAgainstATolerance() {
        AnalyzerSettings settings = read(ENVIRONMENTS + """
                comparisons:
                  - {baseline: production, target: staging, row-tolerance: {public.plans: 0, "reference.*": 2.5%}}
                """);

        assertThat(settings.tolerances())
                .containsExactly(Map.entry(
                        new Comparison(PRODUCTION, STAGING),
                        new Tolerances(List.of(
                                new Tolerance("reference.*", new BigDecimal("2.5")),
                                new Tolerance("public.plans", BigDecimal.ZERO)))));
        assertThatThrownBy(() -> read(ENVIRONMENTS + """
                        comparisons: [{baseline: production, target: staging, row-tolerance: {public.plans: few}}]
                        """))
                .hasMessageContaining("row-tolerance: expected a percentage such as 0% or 2.5%, found 'few'");
    }

    @Test
    void unknownEnvironmentIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> read(ENVIRONMENTS + "comparisons: [{baseline: production, target: stagin}]\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("target: expected one of the environments production, staging, found 'stagin'");
    }

    @Test
    void missingComparisonsAreAskedFor() {
        assertThatThrownBy(() -> read(ENVIRONMENTS))
                .hasMessageContaining("comparisons: [{baseline: production, target: staging}]");
    }

    @Test
    void oneEnvironmentNeedsNoComparison() {
        assertThat(read("environments: {production: {}}\n").comparisons()).isEmpty();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThatThrownBy(() -> read(ENVIRONMENTS + """
                        comparisons:
                          - {baseline: production, target: production}
                          - {baseline: production}
                          - {baseline: production, target: staging}
                          - {baseline: production, target: staging}
                        analyzer:
                          state: tape
                          threads: 0
                        """))
                .hasMessageContaining("another environment than the baseline")
                .hasMessageContaining("expected a value, found none")
                .hasMessageContaining("staging against production twice")
                .hasMessageContaining("memory or disk")
                .hasMessageContaining("from 1 to 64");
    }
}
