package io.evenkeel.alerter.notify.http;

import java.io.IOException;

/** A receiver is where it may not be; the message says what to do. */
public final class RefusedAddressException extends IOException {
    RefusedAddressException(String message) {
        super(message);
    }
}
