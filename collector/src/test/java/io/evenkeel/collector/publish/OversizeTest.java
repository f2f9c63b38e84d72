package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.wire.RecordCodec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OversizeTest {
    private static int encoded(CatalogObject object) {
        return new RecordCodec().encode(new Environment("e"), object).value().orElseThrow().length;
    }

    @Test
    void smallObjectIsLeftAlone() {
        CatalogObject small = Readings.sail("jib", "a".repeat(800_000));
        assertThat(Oversize.cut(small)).isSameAs(small);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u0001", "\"", "ä", "船", "⛵️", "😀", "a\n"})
    void whateverItIsMadeOfItFits(String piece) {
        CatalogObject object = new CatalogObject(
                ObjectKey.of(List.of("sail", "jib")),
                List.of("jib"),
                Optional.empty(),
                Attributes.of(Map.of(
                        "small", new Value.Text("kept"),
                        "text", new Value.Text(piece.repeat(700_000)),
                        "list", new Value.TextList(Collections.nCopies(100_000, piece.repeat(5))))),
                Attributes.of(Map.of("number", new Value.Int(1))));
        CatalogObject cut = Oversize.cut(object);
        assertThat(encoded(cut)).isLessThanOrEqualTo(Oversize.LIMIT + 1024);
        assertThat(cut.compared().get("small")).isEqualTo(new Value.Text("kept"));
        assertThat(cut).isEqualTo(Oversize.cut(object));
    }

    @Test
    void endlessNamesAreCutAndStayApart() {
        CatalogObject one = Oversize.cut(Readings.sail("n".repeat(1_000_000) + "1", "a"));
        CatalogObject other = Oversize.cut(Readings.sail("n".repeat(1_000_000) + "2", "a"));
        assertThat(one.key()).isNotEqualTo(other.key());
        assertThat(one.key().identity().getFirst().length()).isLessThan(2000);
        assertThat(one.root()).isEqualTo(one.key().identity());
    }
}
