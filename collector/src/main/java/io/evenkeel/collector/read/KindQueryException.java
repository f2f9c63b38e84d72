package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;

/** A kind's query returns what no kind can be made of: a mistake in its file. */
final class KindQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KindQueryException(KindFile file, String problem) {
        super("kind file " + file.name() + ": " + problem);
    }
}
