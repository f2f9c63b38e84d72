package io.evenkeel.alerter.notify.webhook;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Settings: {@code url}, and {@code secret} to sign with (plain text, or {@code whsec_} and base64). */
public final class WebhookProvider implements NotifierProvider {
    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        List<URI> addresses = Endpoints.read(receiver, "url");
        if (addresses.size() > 1) {
            receiver.problem("url", "one address", String.valueOf(addresses.size()), "make each a receiver of its own");
        }
        Optional<Signature> signature = receiver.secret("secret").flatMap(secret -> signature(receiver, secret));
        URI address = addresses.isEmpty() ? URI.create("http://localhost") : addresses.getFirst();
        return context -> new WebhookNotifier(context, address, signature);
    }

    private static Optional<Signature> signature(Section receiver, Secret secret) {
        try {
            return Optional.of(Signature.with(secret));
        } catch (IllegalArgumentException unusable) {
            receiver.problem("secret", "text, or whsec_ and base64", "something else", "generate it again");
            return Optional.empty();
        }
    }
}
