package io.evenkeel.alerter.notify.email;

import jakarta.mail.internet.InternetAddress;
import java.util.List;

/** Who writes to whom. */
record Envelope(InternetAddress from, List<InternetAddress> to) {
    Envelope {
        to = List.copyOf(to);
    }

    /** Where message ids belong: what stands behind the @ of the sender. */
    String domain() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
