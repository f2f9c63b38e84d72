package io.evenkeel.alerter.notify.webhook;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.util.List;
import java.util.Optional;

/**
 * Settings: {@code url}; {@code secret} to sign with (plain text, or {@code whsec_} and base64), or a list of them while
 * an old one is being replaced; {@code authorization}, a header; {@code max-bytes}, 1 MiB by default.
 */
public final class WebhookProvider implements NotifierProvider {
    private static final int MAX_BYTES = 1024 * 1024;

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        Target target = Endpoints.one(receiver, "url", Network.read(receiver, false));
        Optional<Secret> authorization = Headers.secret(receiver, "authorization");
        int maxBytes = receiver.integer("max-bytes", MAX_BYTES, 4096, 64 * MAX_BYTES);
        List<Signature> signatures = receiver.texts("secret").stream()
                .flatMap(secret -> signature(receiver, new Secret(secret)).stream())
                .toList();
        return context -> new WebhookNotifier(context, target, authorization, signatures, maxBytes);
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
