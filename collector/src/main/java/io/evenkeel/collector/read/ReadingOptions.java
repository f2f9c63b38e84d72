package io.evenkeel.collector.read;

import io.evenkeel.collector.redact.Definitions;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.collector.redact.Redactor;

/**
 * How what was read becomes objects.
 *
 * @param key under which secrets are hashed; only what was read under one key can be compared in full
 * @param selection what is read, and as what
 * @param counting whose rows are counted
 */
public record ReadingOptions(RedactionKey key, Definitions definitions, Selection selection, Counting counting) {
    /** The usual options. */
    public static ReadingOptions under(RedactionKey key) {
        return new ReadingOptions(key, Definitions.TEXT, Selection.DEFAULT, Counting.NONE);
    }

    public ReadingOptions withDefinitions(Definitions other) {
        return new ReadingOptions(key, other, selection, counting);
    }

    public ReadingOptions withSelection(Selection other) {
        return new ReadingOptions(key, definitions, other, counting);
    }

    public ReadingOptions withCounting(Counting other) {
        return new ReadingOptions(key, definitions, selection, other);
    }

    Redactor redactor() {
        return new Redactor(key, definitions);
    }
}
