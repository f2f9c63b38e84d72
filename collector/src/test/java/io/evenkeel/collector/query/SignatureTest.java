package io.evenkeel.collector.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SignatureTest {
    @Test
    void columnsHaveAlternativeTypesAndMayBeAbsent() {
        Signature signature = Signature.parseAll("area:integer|bigint, names?:text[], cut:character varying(9)")
                .getFirst();
        assertThat(signature.columns())
                .isEqualTo(new ColumnSet(
                        List.of(
                                new ColumnSet.Column("area", List.of("integer", "bigint"), false),
                                new ColumnSet.Column("names", List.of("text[]"), true),
                                new ColumnSet.Column("cut", List.of("character varying(9)"), false)),
                        false));
        assertThat(signature.columns().needed()).isEqualTo(2);
        assertThat(signature.isUsual("any", "name")).isTrue();
    }

    @Test
    void clausesSayWhatElseTells() {
        Signature signature = Signature.parseAll(
                        "area:integer; only; beside mast:text, boom:text; not beside oar:text; usually loft.sails")
                .getFirst();
        assertThat(signature.columns().only()).isTrue();
        assertThat(signature.beside().orElseThrow().columns())
                .extracting(ColumnSet.Column::name)
                .containsExactly("mast", "boom");
        assertThat(signature.notBeside().orElseThrow().columns())
                .extracting(ColumnSet.Column::name)
                .containsExactly("oar");
        assertThat(signature.isUsual("loft", "sails")).isTrue();
        assertThat(signature.isUsual("locker", "sails")).isFalse();
    }

    @Test
    void oneToolMayHaveSeveralSignatures() {
        List<Signature> signatures = Signature.parseAll("order:integer; only or area:integer; usually sails");
        assertThat(signatures)
                .extracting(signature -> signature.columns().only())
                .containsExactly(true, false);
        assertThat(signatures.getLast().isUsual("any", "sails")).isTrue();
    }

    @Test
    void columnsAreNeeded() {
        assertThatThrownBy(() -> Signature.parseAll("only"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instead of 'only'");
    }
}
