package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.redact.Definitions;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.collector.redact.Redactor;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Redaction;
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
        CatalogObject small = Readings.sail("jib", "a".repeat(64_000));
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

    @Test
    void longValueIsCutThoughTheRecordWouldFit() {
        Value cut = Oversize.cut(Readings.sail("jib", "a".repeat(70_000)))
                .compared()
                .get("cut");
        assertThat(String.valueOf(cut.json())).hasSizeLessThan(2000).contains("70000 characters, SHA-256 ");
    }

    @Test
    void fiveMegabytesWithSecretsUnderTwoKeysCannotBeToldApart() {
        Value ours = cut(RedactionKey.random(), "one");
        assertThat(ours).isNotEqualTo(cut(RedactionKey.random(), "one"));
        assertThat(Redaction.sameButForKeys(ours, cut(RedactionKey.random(), "one")))
                .isTrue();
    }

    @Test
    void fiveMegabytesWithAnotherSecretDiffer() {
        RedactionKey key = RedactionKey.random();
        assertThat(cut(key, "one")).isEqualTo(cut(key, "one")).isNotEqualTo(cut(key, "two"));
        assertThat(Redaction.sameButForKeys(cut(key, "one"), cut(key, "two"))).isFalse();
    }

    private static Value cut(RedactionKey key, String secret) {
        String line = "  PERFORM dblink_connect('host=db password=" + secret + "');\n";
        String body = new Redactor(key, Definitions.TEXT).text(line.repeat(5_000_000 / line.length()));
        return Oversize.cut(Readings.sail("jib", body)).compared().get("cut");
    }
}
