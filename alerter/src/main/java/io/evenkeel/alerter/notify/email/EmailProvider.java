package io.evenkeel.alerter.notify.email;

import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.runtime.settings.Section;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings: {@code host}, {@code port}, {@code security} (starttls by default; tls, none), {@code user} and {@code
 * password}, {@code from}, {@code to}, one or more. A relay stands in a private network as a rule, so {@code
 * allow-private} is true by default; {@code ca-file} as with all receivers.
 */
public final class EmailProvider implements NotifierProvider {
    private static final String EXPECTED = "an address such as evenkeel@example.com";

    @Override
    public String type() {
        return "email";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        MailServer server = MailServer.read(receiver);
        Optional<InternetAddress> from = address(receiver, "from", receiver.requiredText("from"));
        List<InternetAddress> to = new ArrayList<>();
        receiver.texts("to").forEach(text -> address(receiver, "to", text).ifPresent(to::add));
        if (to.isEmpty()) {
            receiver.problem("to", "one or more addresses", "none", "set it");
        }
        Envelope envelope = new Envelope(from.orElseGet(InternetAddress::new), to);
        return context -> new EmailNotifier(context, server, envelope, EmailNotifier.PATIENCE);
    }

    private static Optional<InternetAddress> address(Section receiver, String key, String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            if (!text.isEmpty() && address.getAddress().contains("@")) {
                return Optional.of(address);
            }
        } catch (AddressException unusable) {
            // told below, as the other case is
        }
        if (!text.isEmpty()) {
            receiver.problem(key, EXPECTED, "'" + text + "'", "");
        }
        return Optional.empty();
    }
}
