package io.evenkeel.embedded;

import java.nio.file.FileSystemException;

/**
 * An embedded server cannot be started or stopped. The message says what failed, where, and what to do; it holds no
 * secret.
 */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedServerException(String message) {
        super(message);
    }

    EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, for a person: file system failures need their class name, their message is only a path. */
    static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || cause instanceof FileSystemException ? cause.toString() : message;
    }
}
