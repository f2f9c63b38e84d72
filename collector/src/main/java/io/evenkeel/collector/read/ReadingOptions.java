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
 * @param refusing whether a role that may do more than it needs is refused
 */
public record ReadingOptions(
        RedactionKey key, Definitions definitions, Selection selection, Counting counting, boolean refusing) {
    /** The usual options. */
    public static ReadingOptions under(RedactionKey key) {
        return new ReadingOptions(key, Definitions.TEXT, Selection.DEFAULT, Counting.NONE, false);
    }

    public ReadingOptions withDefinitions(Definitions other) {
        return new ReadingOptions(key, other, selection, counting, refusing);
    }

    public ReadingOptions withSelection(Selection other) {
        return new ReadingOptions(key, definitions, other, counting, refusing);
    }

    public ReadingOptions withCounting(Counting other) {
        return new ReadingOptions(key, definitions, selection, other, refusing);
    }

    public ReadingOptions refusingExcess(boolean refuse) {
        return new ReadingOptions(key, definitions, selection, counting, refuse);
    }

    Redactor redactor() {
        return new Redactor(key, definitions);
    }
}
