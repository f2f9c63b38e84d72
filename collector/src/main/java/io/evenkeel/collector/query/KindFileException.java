package io.evenkeel.collector.query;

/** A kind's SQL file is not as it has to be; the message names file and line, what was expected and what was found. */
public final class KindFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KindFileException(String file, int line, String problem) {
        super("kind file " + file + (line > 0 ? " line " + line : "") + ": " + problem);
    }

    KindFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
