package io.evenkeel.cli;

/** What the command needs does not answer; exit code 3. */
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException(String message) {
        super(message);
    }
}
