package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.notify.Outcome;

/** Hears of every attempt. */
public interface DeliveryListener {
    /** @param events how many events the attempt was about; 0: a reminder */
    void attempted(String receiver, Outcome outcome, int events);

    /** How many deliveries wait, and how many were given up. */
    void queued(String receiver, long pending, long dead);
}
