package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes an object with a field for each value, as {@link Value#json()} has it. */
final class AttributesSerializer extends JsonSerializer<Attributes> {
    @Override
    public void serialize(Attributes attributes, JsonGenerator to, SerializerProvider provider) throws IOException {
        to.writeStartObject(attributes);
        for (int at = 0; at < attributes.size(); at++) {
            to.writePOJOField(attributes.name(at), attributes.value(at).json());
        }
        to.writeEndObject();
    }
}
