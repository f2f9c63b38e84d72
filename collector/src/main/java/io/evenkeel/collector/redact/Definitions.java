package io.evenkeel.collector.redact;

/** What becomes of the free text in definitions: bodies, defaults, expressions. */
public enum Definitions {
    /** It travels, without the secrets that are recognised in it. */
    TEXT,

    /** Only a keyed hash and the size of it travel. */
    HASH_ONLY
}
