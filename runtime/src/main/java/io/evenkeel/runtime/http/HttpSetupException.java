package io.evenkeel.runtime.http;

/** The HTTP server cannot start; the message says why and what to do. */
public final class HttpSetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HttpSetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
