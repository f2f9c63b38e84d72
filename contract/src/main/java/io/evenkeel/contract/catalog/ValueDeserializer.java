package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells the kinds of value apart by their JSON token. */
final class ValueDeserializer extends JsonDeserializer<Value> {
    @Override
    public Value deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            return list(parser, context);
        }
        return switch (token) {
            case VALUE_STRING -> new Value.Text(parser.getText());
            case VALUE_NUMBER_INT -> new Value.Int(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> new Value.Decimal(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> new Value.Bool(parser.getBooleanValue());
            default ->
                context.reportInputMismatch(
                        Value.class, "expected text, number, boolean, list of text or null, found %s", token);
        };
    }

    private static Value list(JsonParser parser, DeserializationContext context) throws IOException {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                context.reportInputMismatch(
                        Value.class, "expected a list of text, found %s in it", parser.currentToken());
            }
            items.add(parser.getText());
        }
        return new Value.TextList(items);
    }

    @Override
    public Value getNullValue(DeserializationContext context) {
        return Value.NULL;
    }
}
