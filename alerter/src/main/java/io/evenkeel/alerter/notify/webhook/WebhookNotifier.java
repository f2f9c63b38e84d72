package io.evenkeel.alerter.notify.webhook;

import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Posts each message as one CloudEvents batch. */
final class WebhookNotifier implements Notifier {
    private final NotifierContext context;
    private final URI address;
    private final Optional<Signature> signature;

    private record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            DriftEvent data) {
        static CloudEvent of(DriftEvent event) {
            return new CloudEvent(
                    "1.0",
                    event.id(),
                    "/evenkeel/analyzer",
                    "io.evenkeel.drift." + event.type().word() + ".v1",
                    event.drift().id(),
                    event.time(),
                    "application/json",
                    event);
        }
    }

    WebhookNotifier(NotifierContext context, URI address, Optional<Signature> signature) {
        this.context = context;
        this.address = address;
        this.signature = signature;
    }

    @Override
    public Outcome send(Message message) {
        byte[] body = Json.bytes(message.events().stream().map(CloudEvent::of).toList());
        long seconds = context.clock().instant().getEpochSecond();
        Map<String, String> headers = new TreeMap<>(Map.of(
                "Content-Type", "application/cloudevents-batch+json; charset=utf-8",
                "webhook-id", message.id(),
                "webhook-timestamp", String.valueOf(seconds)));
        signature.ifPresent(signer -> headers.put("webhook-signature", signer.of(message.id(), seconds, body)));
        return context.http().post(address, headers, body);
    }
}
