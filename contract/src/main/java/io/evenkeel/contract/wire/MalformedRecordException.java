package io.evenkeel.contract.wire;

/** Bytes that are not what their topic holds. The message says what was expected and what was found. */
public final class MalformedRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRecordException(String message) {
        super(message);
    }
}
