package io.evenkeel.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.evenkeel.contract.wire.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private static final Value TEXT = new Value.Text("text");
    private static final Value ONE = new Value.Int(1);
    private static final Attributes TWO = Attributes.of(Map.of("type", TEXT, "position", ONE));

    @Test
    void areTheSameFromAMapAndFromNamesAndValues() {
        Attributes.Names names = Attributes.Names.of(List.of("type", "position"));
        Attributes same = Attributes.of(names, ONE, TEXT);
        assertThat(same).isEqualTo(TWO).hasSameHashCodeAs(TWO).hasToString(TWO.toString());
        assertThat(Attributes.of(names, TEXT, ONE)).isNotEqualTo(TWO);
        assertThat(Attributes.of(Map.of("type", TEXT, "place", ONE))).isNotEqualTo(TWO);
        assertThatIllegalArgumentException().isThrownBy(() -> Attributes.of(names, ONE));
    }

    @Test
    void tellWhatTheyHaveByName() {
        assertThat(TWO.values()).containsExactly(Map.entry("position", ONE), Map.entry("type", TEXT));
        assertThat(TWO.list()).containsExactly(ONE, TEXT);
        assertThat(TWO.get("type")).isEqualTo(TEXT);
        assertThat(TWO.get("default")).isEqualTo(Value.NULL);
        assertThat(TWO.has("default")).isFalse();
        assertThat(TWO.with("default", Value.NULL).has("default")).isTrue();
        assertThat(TWO.with("default", TEXT).without("default")).isEqualTo(TWO);
    }

    @Test
    void travelAsAnObjectInTheOrderOfTheNames() throws Exception {
        Attributes all = Attributes.of(Map.of(
                "list", new Value.TextList(List.of("a", "\"b\"")),
                "decimal", new Value.Decimal(new BigDecimal("1E+3")),
                "truth", new Value.Bool(true),
                "null", Value.NULL,
                "int", ONE));
        byte[] json = Json.bytes(all);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"decimal\":1000.0,\"int\":1,\"list\":[\"a\",\"\\\"b\\\"\"],\"null\":null,\"truth\":true}");
        assertThat(Json.read(json, Attributes.class)).isEqualTo(all);
    }
}
