package io.evenkeel.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes on the wire are a promise to every reader: a change here needs a new format version. What the code writes
 * now is left in {@code target/golden} to compare.
 */
class GoldenTest {
    static Stream<String> names() {
        return Wire.records().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void bytesAreAsPromised(String name) throws IOException {
        String written = text(record(name));
        Path found = Files.createDirectories(Path.of("target", "golden")).resolve(name + ".txt");
        Files.writeString(found, written);

        assertThat(Path.of("src", "test", "resources", "golden", name + ".txt")).hasContent(written);
    }

    static WireRecord record(String name) {
        WireRecord record = Wire.records().get(name);
        if (record == null) {
            throw new AssertionError("no record is called " + name);
        }
        return record;
    }

    private static String text(WireRecord record) {
        StringBuilder text =
                new StringBuilder("key   ").append(utf8(record.key())).append('\n');
        Map<String, String> headers = new TreeMap<>(record.headers());
        headers.forEach((name, value) ->
                text.append("head  ").append(name).append(": ").append(value).append('\n'));
        return text.append("value ")
                .append(record.value().map(GoldenTest::utf8).orElse("none, a tombstone"))
                .append('\n')
                .toString();
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
