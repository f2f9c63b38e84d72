package io.evenkeel.cli;

/** The command was asked for something that it cannot do; exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
