package io.evenkeel.contract.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.evenkeel.contract.catalog.Absent;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as the topics, the API and the reports have it: sorted, plain numbers, times in ISO 8601, bounded when read. */
public final class Json {
    private static final int DEPTH = 64;
    private static final int TEXT = 16 * 1024 * 1024;
    private static final int NAME = 4096;
    private static final int NUMBER = 64;
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(TEXT)
                .maxNameLength(NAME)
                .maxNumberLength(NUMBER)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(bounds).build())
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .injectableValues(new InjectableValues.Std()
                        .addValue(Absent.FIELD, Optional.empty())
                        .addValue(Absent.SECOND_FIELD, Optional.empty())
                        .addValue(Absent.THIRD_FIELD, Optional.empty()))
                .build();
    }

    /** UTF-8 JSON of a record of ours. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("our own records always have a JSON form", impossible);
        }
    }

    /** JSON of a record of ours, for people: indented. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("our own records always have a JSON form", impossible);
        }
    }

    /** Reads JSON into a record of ours. */
    public static <T> T read(byte[] json, Class<T> type) throws MalformedRecordException {
        try {
            return present(MAPPER.readValue(json, type), type);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new MalformedRecordException(describe(type, malformed));
        }
    }

    /** The JSON {@code null} is a value to Jackson and none to us. */
    private static <T> T present(@Nullable T value, Class<T> type) throws MalformedRecordException {
        if (value == null) {
            throw new MalformedRecordException("expected the JSON of a " + type.getSimpleName() + ", found null");
        }
        return value;
    }

    static JsonNode tree(byte[] json) throws MalformedRecordException {
        return read(json, JsonNode.class);
    }

    private static String describe(Class<?> type, Exception malformed) {
        String why = malformed instanceof JsonProcessingException processing
                ? processing.getOriginalMessage()
                : String.valueOf(malformed.getMessage());
        return "expected the JSON of a " + type.getSimpleName() + ", found something else: " + why;
    }
}
