package io.evenkeel.contract.wire;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.evenkeel.contract.Hostile;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code writes is what {@code docs/schema} publishes: nothing else, and nothing undescribed. */
class SchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("evenkeel.root", ".."));
    private static final String BASE = "https://evenkeel.io/schema/1/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(SchemaTest::closed));

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** The published schema, which lets later versions add fields, made to refuse every field that it does not name. */
    private static String closed(String location) {
        try {
            JsonNode schema = JSON.readTree(
                    Files.readString(ROOT.resolve("docs/schema").resolve(location.substring(BASE.length()))));
            close(schema);
            return schema.toString();
        } catch (IOException missing) {
            throw new AssertionError("no schema at " + location, missing);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && object.has("type")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(SchemaTest::close);
    }

    private static List<Error> errors(String schema, WireRecord record) {
        String json = new String(record.value().orElseThrow(), StandardCharsets.UTF_8);
        return SCHEMAS.getSchema(SchemaLocation.of(BASE + schema + ".json")).validate(json, InputFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog-object",
                "snapshot-marker",
                "drift",
                "drift-event",
                "comparison-state",
                "collector-request"
            })
    void recordsAreAsPublished(String name) {
        assertThat(errors(name, GoldenTest.record(name))).isEmpty();
    }

    @Test
    void briefMarkerIsAsPublished() {
        assertThat(errors("snapshot-marker", GoldenTest.record("snapshot-marker-brief")))
                .isEmpty();
    }

    @Test
    void eventThatSaysWhereItComesFromIsAsPublished() {
        assertThat(errors("drift-event", GoldenTest.record("drift-event-attributed")))
                .isEmpty();
    }

    @Test
    void stateThatNamesWhatItCouldNotMeasureIsAsPublished() {
        assertThat(errors("comparison-state", GoldenTest.record("comparison-unmeasured")))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void recordsWithHostileNamesAreAsPublished(long seed) {
        Random random = new Random(seed);
        Drift drift = Samples.drift(Samples.missing(Hostile.object(random)));

        assertThat(errors("catalog-object", Wire.CODEC.encode(PRODUCTION, Hostile.object(random))))
                .isEmpty();
        assertThat(errors("drift", Wire.CODEC.encode(drift))).isEmpty();
        assertThat(errors("drift-event", Wire.CODEC.encode(Samples.event(DriftEvent.Type.RESOLVED, drift))))
                .isEmpty();
    }

    @Test
    void schemasRefuseWhatIsNoRecord() {
        assertThat(errors("drift", GoldenTest.record("drift-event"))).isNotEmpty();
        assertThat(errors("catalog-object", GoldenTest.record("snapshot-marker")))
                .isNotEmpty();
    }

    @Test
    void asyncapiNamesEverySchemaAndNoOther() throws IOException {
        String asyncapi = Files.readString(ROOT.resolve("docs/asyncapi.yaml"));
        try (var files = Files.list(ROOT.resolve("docs/schema"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("common.json"))
                    .allSatisfy(name -> assertThat(asyncapi).contains("schema/" + name));
        }
        assertThat(asyncapi).contains(RecordCodec.ROOT_HEADER);
    }
}
