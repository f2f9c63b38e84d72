package io.evenkeel.contract.drift;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads unknowns of all versions: those that cover whole kinds say nothing of objects, nor of parts. */
final class UnknownDeserializer extends JsonDeserializer<Unknown> {
    @Override
    public Unknown deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode json = context.readTree(parser);
        JsonNode kind = json.required("kind");
        return new Unknown(
                part(json, "environment", Environment.class, context),
                kind.isNull() ? Optional.empty() : Optional.of(part(json, "kind", ObjectKind.class, context)),
                part(json, "reason", UnknownReason.class, context),
                part(json, "detail", String.class, context),
                json.path("objects").asLong(),
                json.has("first") ? List.of(part(json, "first", Unmeasured[].class, context)) : List.of(),
                json.has("within") ? List.of(part(json, "within", String[].class, context)) : List.of());
    }

    private static <T> T part(JsonNode json, String name, Class<T> type, DeserializationContext context)
            throws IOException {
        JsonNode part = json.required(name);
        return part.isNull()
                ? context.reportInputMismatch(Unknown.class, "expected the %s of an unknown, found null", name)
                : context.readTreeAsValue(part, type);
    }
}
