package io.evenkeel.alerter.notify.webhook;

import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.runtime.settings.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Posts each message as one CloudEvents batch. */
final class WebhookNotifier implements Notifier {
    private final NotifierContext context;
    private final Target target;
    private final Optional<Secret> authorization;
    private final List<Signature> signatures;
    private final int maxBytes;

    WebhookNotifier(
            NotifierContext context,
            Target target,
            Optional<Secret> authorization,
            List<Signature> signatures,
            int maxBytes) {
        this.context = context;
        this.target = target;
        this.authorization = authorization;
        this.signatures = signatures;
        this.maxBytes = maxBytes;
    }

    @Override
    public Outcome send(Message message) {
        byte[] body = body(message);
        long seconds = context.clock().instant().getEpochSecond();
        Map<String, String> headers = Headers.of("application/cloudevents-batch+json; charset=utf-8", authorization);
        headers.put("webhook-id", message.id());
        headers.put("webhook-timestamp", String.valueOf(seconds));
        if (!signatures.isEmpty()) {
            // one for each secret, separated by spaces: a receiver that knows one of them is content
            headers.put(
                    "webhook-signature",
                    signatures.stream()
                            .map(signature -> signature.of(message.id(), seconds, body))
                            .collect(Collectors.joining(" ")));
        }
        return context.http().post(target, headers, body);
    }

    private byte[] body(Message message) {
        List<CloudEvent> events = new ArrayList<>(message.events().stream()
                .map(event -> CloudEvent.of(event, context.causes().of(event.drift())))
                .toList());
        if (message.told().rest().count() > 0) {
            events.add(CloudEvent.rest(
                    message, context.link(message.comparison()), context.clock().instant()));
        }
        byte[] whole = Json.bytes(events);
        return whole.length <= maxBytes
                ? whole
                : Json.bytes(events.stream().map(CloudEvent::cut).toList());
    }
}
