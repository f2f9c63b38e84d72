package io.evenkeel.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.contract.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "staging",
                "pr-1234",
                "0",
                "a-",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg"
            })
    void environmentNamesFitTopicsAndLabels(String name) {
        assertThat(new Environment(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "Staging",
                "a.b",
                "a_b",
                "a b",
                "\u00e4",
                "a\n",
                "$marker",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg"
            })
    void otherEnvironmentNamesAreRefused(String name) {
        assertThatThrownBy(() -> new Environment(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Table", "1a", "a-b", "$marker", "a b"})
    void otherKindNamesAreRefused(String name) {
        assertThatThrownBy(() -> new ObjectKind(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severitiesAreOrderedAndHaveWords() {
        assertThat(Severity.INFO.max(Severity.CRITICAL)).isEqualTo(Severity.CRITICAL);
        assertThat(Severity.WARNING.max(Severity.INFO)).isEqualTo(Severity.WARNING);
        for (Severity severity : Severity.values()) {
            assertThat(Severity.of(severity.word())).isEqualTo(severity);
        }
        assertThatThrownBy(() -> Severity.of("fatal")).hasMessageContaining("expected critical, warning or info");
    }

    @Test
    void descriptorFallsBackToItsSeverityAndToNoAdvice() {
        KindDescriptor kind = new KindDescriptor(
                new ObjectKind("table"),
                "tables",
                "structure",
                Severity.INFO,
                new TreeMap<>(Map.of("missing", Severity.CRITICAL)),
                1,
                Set.of(),
                new TreeMap<>(Map.of("missing", "create it")));

        assertThat(kind.severityOf("missing")).isEqualTo(Severity.CRITICAL);
        assertThat(kind.severityOf("comment")).isEqualTo(Severity.INFO);
        assertThat(kind.adviceFor("missing")).isEqualTo("create it");
        assertThat(kind.adviceFor("unexpected")).isEmpty();
    }

    @Test
    void kindThatNobodyDescribedIsAWarning() {
        assertThat(KindDescriptor.undescribed(new ObjectKind("novelty")).severityOf("missing"))
                .isEqualTo(Severity.WARNING);
        assertThat(KindDescriptor.byKind(List.of(Samples.kind("table")))).containsOnlyKeys(new ObjectKind("table"));
    }

    @Test
    void keysAreOrderedByKindThenByNames() {
        ObjectKey table = ObjectKey.of(List.of("table", "a"));
        ObjectKey column = ObjectKey.of(List.of("column", "z"));
        ObjectKey longer = ObjectKey.of(List.of("table", "a", "b"));

        assertThat(List.of(longer, table, column).stream().sorted()).containsExactly(column, table, longer);
        assertThat(table).isNotEqualTo(ObjectKey.of(List.of("table", "A")));
    }

    @Test
    void equalDecimalsAreOneValue() {
        assertThat(new Value.Decimal(new BigDecimal("1.50"))).isEqualTo(new Value.Decimal(new BigDecimal("1.5")));
        assertThat(new Value.Decimal(new BigDecimal("1E+2")).json()).hasToString("100.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e31", "0.1234567890123456789012345678901"})
    void decimalsWithoutBoundsAreRefused(String number) {
        assertThatThrownBy(() -> new Value.Decimal(new BigDecimal(number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("make it text");
    }
}
