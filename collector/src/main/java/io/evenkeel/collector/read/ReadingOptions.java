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
 * @param attributing whether a witness in the database is asked who changed what
 */
public record ReadingOptions(
        RedactionKey key,
        Definitions definitions,
        Selection selection,
        Counting counting,
        boolean refusing,
        boolean attributing) {
    /** The usual options. */
    public static ReadingOptions under(RedactionKey key) {
        return new ReadingOptions(key, Definitions.TEXT, Selection.DEFAULT, Counting.NONE, false, false);
    }

    public ReadingOptions withDefinitions(Definitions other) {
        return new ReadingOptions(key, other, selection, counting, refusing, attributing);
    }

    public ReadingOptions withSelection(Selection other) {
        return new ReadingOptions(key, definitions, other, counting, refusing, attributing);
    }

    public ReadingOptions withCounting(Counting other) {
        return new ReadingOptions(key, definitions, selection, other, refusing, attributing);
    }

    public ReadingOptions refusingExcess(boolean refuse) {
        return new ReadingOptions(key, definitions, selection, counting, refuse, attributing);
    }

    public ReadingOptions attributing(boolean ask) {
        return new ReadingOptions(key, definitions, selection, counting, refusing, ask);
    }

    Redactor redactor() {
        return new Redactor(key, definitions);
    }
}
