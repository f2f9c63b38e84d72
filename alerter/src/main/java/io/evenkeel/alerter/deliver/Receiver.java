package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.Subscription;
import io.evenkeel.alerter.notify.NotifierSettings;

/** Somebody to tell: what of, and how. */
public record Receiver(Subscription subscription, NotifierSettings notifier) {
    public String name() {
        return subscription.receiver();
    }
}
