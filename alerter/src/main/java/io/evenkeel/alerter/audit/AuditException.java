package io.evenkeel.alerter.audit;

/** The audit database does not do what it has to; the message says where and what was found. */
public final class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditException(String message, Throwable cause) {
        super(message, cause);
    }

    AuditException(String message) {
        super(message);
    }
}
