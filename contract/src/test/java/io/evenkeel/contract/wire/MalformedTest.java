package io.evenkeel.contract.wire;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no record of ours are told as such, and are told in no other way. */
class MalformedTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e400",
            "1e999999999",
            "9999999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"$marker\"",
            "\"2026-13-45T99:99:99Z\"",
            "\"PT-999999999999H\"",
            "[]",
            "[null]",
            "[[]]",
            "[\"a\"]",
            "{}",
            "{\"\":null}");

    static LongStream seeds() {
        return LongStream.range(0, 3_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void strangeJsonIsReadOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        for (Map.Entry<String, WireRecord> each : Wire.records().entrySet()) {
            WireRecord record = each.getValue();
            boolean inKey = record.value().isEmpty() || random.nextInt(4) == 0;
            check(
                    each.getKey(),
                    inKey ? strange(record.key(), random) : record.key(),
                    inKey ? record.value() : Optional.of(strange(record.value().get(), random)),
                    Wire.root(record).map(root -> random.nextInt(8) == 0 ? strangeQuietly(root, random) : root));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damagedBytesAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (Map.Entry<String, WireRecord> each : Wire.records().entrySet()) {
            WireRecord record = each.getValue();
            check(
                    each.getKey(),
                    random.nextInt(4) == 0 ? damaged(record.key(), random) : record.key(),
                    record.value().map(value -> damaged(value, random)),
                    Wire.root(record));
        }
    }

    private static void check(String name, byte[] key, Optional<byte[]> value, Optional<byte[]> root) {
        try {
            Object read = name.startsWith("catalog") || name.startsWith("snapshot")
                    ? Wire.CODEC.decodeCatalog(key, value, root)
                    : name.equals("drift-event")
                            ? Wire.CODEC.decodeEvent(value.orElseThrow())
                            : Wire.CODEC.decodeDrift(key, value);
            assertThat(read.toString()).isNotEmpty();
        } catch (MalformedRecordException refused) {
            assertThat(refused).hasMessageContaining("expected");
        }
    }

    private static byte[] strangeQuietly(byte[] json, Random random) {
        try {
            return strange(json, random);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Puts something else in the place of one part of the JSON, or takes it away. */
    private static byte[] strange(byte[] json, Random random) throws IOException {
        JsonNode root = JSON.readTree(json);
        List<Runnable> changes = new ArrayList<>();
        JsonNode mark = JSON.getNodeFactory().textNode("<here>");
        collect(root, mark, changes);
        if (changes.isEmpty() || random.nextInt(20) == 0) {
            return STRANGE.get(random.nextInt(STRANGE.size())).getBytes(StandardCharsets.UTF_8);
        }
        changes.get(random.nextInt(changes.size())).run();
        return JSON.writeValueAsString(root)
                .replace("\"<here>\"", STRANGE.get(random.nextInt(STRANGE.size())))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, JsonNode mark, List<Runnable> changes) {
        switch (node) {
            case ObjectNode object -> {
                for (String name : Set.copyOf(names(object))) {
                    changes.add(() -> object.set(name, mark));
                    changes.add(() -> object.remove(name));
                    collect(object.get(name), mark, changes);
                }
            }
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    int place = index;
                    changes.add(() -> array.set(place, mark));
                    changes.add(() -> array.remove(place));
                    collect(array.get(index), mark, changes);
                }
                changes.add(() -> array.add(mark));
            }
            default -> assertThat(node).isNotInstanceOf(ContainerNode.class);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] copy = Arrays.copyOf(bytes, random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length);
        for (int flip = 0; flip <= random.nextInt(3) && copy.length > 0; flip++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"format\":2}", "{\"format\":0}", "{}", "[]", "7", "\"text\"", "null", ""})
    void bodyOfAnotherFormatIsRefused(String body) {
        assertThatThrownBy(() -> Wire.CODEC.decodeEvent(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void newerFormatSaysToUpgrade() {
        assertThatThrownBy(() -> Wire.CODEC.decodeEvent("{\"format\":2}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("found 2")
                .hasMessageContaining("upgrade");
    }

    @Test
    void fieldsOfLaterVersionsAreIgnored() throws MalformedRecordException {
        String event = new String(Wire.CODEC.encode(Wire.EVENT).value().orElseThrow(), StandardCharsets.UTF_8);

        assertThat(Wire.CODEC.decodeEvent(
                        event.replaceFirst("\\{", "{\"new\":[{}],").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Wire.EVENT);
    }

    @Test
    void objectWithoutItsRootHeaderIsRefused() {
        WireRecord record = Wire.CODEC.encode(PRODUCTION, Wire.COLUMN);

        assertThatThrownBy(() -> Wire.CODEC.decodeCatalog(record.key(), record.value(), Optional.empty()))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(RecordCodec.ROOT_HEADER);
    }

    @Test
    void nameTwiceInOneObjectIsRefused() {
        assertThatThrownBy(() -> Wire.CODEC.decodeEvent("{\"format\":1,\"format\":1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedRecordException.class);
    }
}
