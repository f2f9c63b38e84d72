package io.evenkeel.runtime.kafka;

/** The cluster is not as it has to be; the message says what was found and the command that repairs it. */
public final class KafkaSetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KafkaSetupException(String message) {
        super(message);
    }

    KafkaSetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
