package io.evenkeel.collector.read;

import io.evenkeel.collector.redact.Definitions;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.collector.redact.Redactor;

/**
 * How what was read becomes objects.
 *
 * @param key under which secrets are hashed; only what was read under one key can be compared in full
 * @param selection what is read, and as what
 */
public record ReadingOptions(RedactionKey key, Definitions definitions, Selection selection) {
    /** The usual options. */
    public static ReadingOptions under(RedactionKey key) {
        return new ReadingOptions(key, Definitions.TEXT, Selection.DEFAULT);
    }

    public ReadingOptions withDefinitions(Definitions other) {
        return new ReadingOptions(key, other, selection);
    }

    public ReadingOptions withSelection(Selection other) {
        return new ReadingOptions(key, definitions, other);
    }

    Redactor redactor() {
        return new Redactor(key, definitions);
    }
}
